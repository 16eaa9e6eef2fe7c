import { type Facts, factsOf } from './facts-of';
import { said } from './hear-console';
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
  if (facet === said) return 'no';
  return part === 'read' && facet === 'value' ? 'not there' : undefined;
}

/** A subject in whatever way it was listened to; the order of two ways is a subject of its own. */
const inAnyWay = (subject: Subject): string => keyOf(subject.part === 'heard' || (subject.part === 'order' && subject.member) ? { ...subject, way: '' } : subject);

/** The subjects that do not come to the same in all native runs, in one way at least: what is a race in one way is one in the others. */
function racesOf(native: Facts[], subjects: Facts): Record<string, boolean> {
  const racing: Record<string, boolean> = {};
  const orders: Record<string, string> = {};
  Object.keys(subjects).forEach((key) => {
    const subject = subjects[key]!;
    const values = unique(native.map((facts) => valueIn(facts, subject)).filter(isThere));
    const pair = inAnyWay(subject);
    if (values.length > 1) racing[pair] = true;
    // Of two events, what was first in one way and second in another is as much of a race.
    if (subject.part !== 'order' || !values.length) return;
    if (orders[pair] && orders[pair] !== values[0]) racing[pair] = true;
    orders[pair] = values[0]!;
  });
  return racing;
}

/** What the network decides, and how long it takes: each run may go otherwise, also where a few natively did not. */
const isChance = ({ part, member, facet }: Subject): boolean =>
  part === 'heard' && (/^(icecandidate|icecandidateerror|selectedcandidatepairchange)$/.test(member) || /^state (iceConnectionState|connectionState|signalingState)$/.test(facet));

const isThere = (value: string | undefined): value is string => value !== undefined;

const valueIn = (facts: Facts, subject: Subject): string | undefined => {
  const fact = facts[keyOf(subject)];
  return fact ? fact.value : silence(subject);
};

/** How often an event was heard, of which a fact says what it was like: that is compared where it came as often. */
const timesIn = (facts: Facts, subject: Subject): string | undefined =>
  subject.part === 'heard' && subject.facet !== 'times' ? valueIn(facts, { ...subject, facet: 'times' }) : undefined;

/** Compares what native and shimmed runs say of single subjects. */
function look(native: Facts[], shimmed: Facts[], { differences, races }: Comparison): void {
  const subjects: Facts = {};
  native.concat(shimmed).forEach((facts) => Object.keys(facts).forEach((key) => (subjects[key] = subjects[key] || facts[key]!)));
  const racing = racesOf(native, subjects);
  Object.keys(subjects).forEach((key) => {
    const { part, object, member, way, when, facet } = subjects[key]!;
    const subject: Subject = { part, object, member, way, when, facet };
    const counts = unique(native.map((facts) => String(timesIn(facts, subject))));
    const values = unique(native.map((facts) => valueIn(facts, subject)).filter(isThere));
    const others = shimmed.filter((facts) => counts.indexOf(String(timesIn(facts, subject))) >= 0).map((facts) => valueIn(facts, subject)).filter(isThere);
    if (!values.length || !others.length) return;
    const isRace = isChance(subject) || !!racing[inAnyWay(subject)];
    if (isRace) races.push(subject);
    // That a console stays silent is no loss.
    const worse = others.filter((value) => values.indexOf(value) < 0 && !(facet === said && value === 'no'));
    const isTakenAway = facet === 'times' && others.every((value) => value === '0');
    if (worse.length && (!isRace || isTakenAway)) differences.push({ ...subject, native: values, shimmed: unique(worse), seen: worse.length });
  });
}

/** Compares shimmed recordings of a moment with native ones. What natively is a race is a loss only where the shim takes all of it away. */
export function compare(natives: readonly Recording[], shimmeds: readonly Recording[]): Comparison {
  const comparison: Comparison = { differences: [], races: [] };
  look(natives.map(factsOf), shimmeds.map(factsOf), comparison);
  look(natives.map(orderOf), shimmeds.map(orderOf), comparison);
  return comparison;
}
