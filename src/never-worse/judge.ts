import { type Reason, allowedBy } from './allowed-by';
import { comparable, notComparable } from './comparable';
import { type Difference, compare } from './compare';
import type { Moment } from './moment';
import type { Recording, Subject } from './recording';

/** Something that the shim changes, in all the ways in which it was seen. */
export interface Verdict extends Omit<Subject, 'way' | 'object' | 'member'> {
  moment: string;
  objects: string[];
  /** Types of event or names of members; of an order, what the objects' events come before or after. */
  members: string[];
  ways: string[];
  native: string[];
  shimmed: string[];
  /** The clause that allows it. */
  clause?: Reason;
}

/** What a moment came to. */
export interface Judgement {
  losses: Verdict[];
  allowed: Verdict[];
  /** What the engine itself does not do the same twice. */
  races: string[];
  /** What could not be compared, and why. */
  skipped: string[];
}

/** Sorts what differs into losses, what a clause allows, and races: what not each shimmed run has is none of the shim's. */
export function judge(moment: Moment, natives: Recording[], shimmeds: Recording[]): Judgement {
  const apart = notComparable(natives.concat(shimmeds));
  const { differences, races } = compare(comparable(natives, apart), comparable(shimmeds, apart));
  const isEach = (one: Difference) => one.seen >= shimmeds.length;
  const found = differences.map((one) => ({ one, clause: allowedBy(one, moment) }));
  const rare = found.filter(({ one, clause }) => !clause && !isEach(one)).map(({ one }) => one);
  return {
    losses: together(moment, found.filter(({ one, clause }) => !clause && isEach(one))),
    allowed: together(moment, found.filter(({ one, clause }) => clause && isEach(one))),
    skipped: apart.length ? [moment.name + ': the page does not come to act in it each time; what follows was not compared where it was listened to by ' + apart.join(', ')] : [],
    races: unique(races.concat(rare).map(({ object, member, when }) => [object, member, when].filter(Boolean).join(' '))),
  };
}

const unique = (values: string[]): string[] => values.filter((value, i) => values.indexOf(value) === i);

/** Says what was seen in several ways, on several objects and of several members once. */
function together(moment: Moment, found: { one: Difference; clause: Reason | undefined }[]): Verdict[] {
  const inOneWay = found.map(({ one, clause }): Verdict => {
    const { part, object, member, way, when, facet, native, shimmed } = one;
    const verdict = { moment: moment.name, part, objects: [object], members: [member], ways: [way], when, facet, native, shimmed };
    return clause ? { ...verdict, clause } : verdict;
  });
  return merged(merged(merged(inOneWay, 'ways'), 'objects'), 'members');
}

/** Makes one of verdicts that differ in nothing but a list. */
function merged(verdicts: Verdict[], list: 'ways' | 'objects' | 'members'): Verdict[] {
  const known: Record<string, Verdict> = {};
  verdicts.forEach((verdict) => {
    const key = JSON.stringify({ ...verdict, [list]: [] });
    if (known[key]) known[key][list].push(...verdict[list]);
    else known[key] = verdict;
  });
  return Object.keys(known).map((key) => known[key]!);
}
