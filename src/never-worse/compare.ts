import { type Facts, factsOf } from './facts-of';
import { orderOf } from './order-of';
import { type Recording, type Subject, keyOf } from './recording';

/** A subject of which the shimmed runs say something that no native run says. */
export interface Difference extends Subject {
  /** What the runs came to, each value once. */
  native: string[];
  shimmed: string[];
  /** In how many of the shimmed runs. */
  seen: number;
}

/** What a comparison found. */
export interface Comparison {
  differences: Difference[];
  /** Subjects of which the native runs themselves say different things. */
  races: Subject[];
}

const unique = (values: string[]): string[] => values.filter((value, i) => values.indexOf(value) === i);

/** What a run says of a subject that it does not mention: nothing, where only what was heard, or could be read, has it. */
function silence({ part, facet }: Subject): string | undefined {
  if (part === 'heard') return facet === 'times' ? '0' : undefined;
  return part === 'read' && facet === 'value' ? 'not there' : undefined;
}

/** A pair of events in whatever way; the order of ways is each its own. */
const pairOf = (subject: Subject): string => keyOf(subject.member ? { ...subject, way: '' } : subject);

/** Compares shimmed recordings of a moment with native ones. What natively is a race is a loss only where the shim takes all of it away. */
export function compare(natives: readonly Recording[], shimmeds: readonly Recording[]): Comparison {
  const differences: Difference[] = [];
  const races: Subject[] = [];
  const look = (native: Facts[], shimmed: Facts[]) => {
    const subjects: Facts = {};
    native.concat(shimmed).forEach((facts) => Object.keys(facts).forEach((key) => (subjects[key] = subjects[key] || facts[key]!)));
    // What is a race in one way of listening is one in the others.
    const racing: Record<string, string[]> = {};
    native.forEach((facts) => Object.keys(facts).forEach((key) => (racing[pairOf(facts[key]!)] = (racing[pairOf(facts[key]!)] || []).concat(facts[key]!.value))));
    Object.keys(subjects).forEach((key) => {
      const { part, object, member, way, when, facet } = subjects[key]!;
      const subject: Subject = { part, object, member, way, when, facet };
      const valueIn = (facts: Facts) => (facts[key] ? facts[key].value : silence(subject));
      const heardIn = (facts: Facts) => (subject.part === 'heard' && subject.facet !== 'times' ? (facts[keyOf({ ...subject, facet: 'times' })] || { value: '0' }).value : '');
      const counts = unique(native.map(heardIn));
      // How an event was is compared where it came as often.
      const values = unique(native.map(valueIn).concat(part === 'order' ? racing[pairOf(subject)] || [] : []).filter((value) => value !== undefined));
      const others = shimmed.filter((facts) => counts.indexOf(heardIn(facts)) >= 0).map(valueIn).filter((value) => value !== undefined);
      if (!values.length || !others.length) return;
      const isRace = values.length > 1;
      if (isRace) races.push(subject);
      const worse = others.filter((value) => values.indexOf(value) < 0 && (!isRace || (subject.facet === 'times' && value === '0')));
      if (worse.length) differences.push({ ...subject, native: values, shimmed: unique(worse), seen: worse.length });
    });
  };
  look(natives.map(factsOf), shimmeds.map(factsOf));
  look(natives.map(orderOf), shimmeds.map(orderOf));
  return { differences, races };
}
