import type { ClauseId } from '../contract/clauses';
import { allowedBy } from './allowed-by';
import { type Difference, compare } from './compare';
import type { Moment } from './moment';
import type { Recording, Subject } from './recording';

/** Something that the shim changes, in all the ways in which it was seen. */
export interface Verdict extends Omit<Subject, 'way'> {
  moment: string;
  ways: string[];
  native: string[];
  shimmed: string[];
  /** The clause that allows it. */
  clause?: ClauseId;
}

/** What a moment came to. */
export interface Judgement {
  losses: Verdict[];
  allowed: Verdict[];
  /** What the engine itself does not do the same twice. */
  races: string[];
}

/** Sorts what differs into losses, what a clause allows, and races; `worthTelling`: in how many shimmed runs at least. */
export function judge(moment: Moment, natives: readonly Recording[], shimmeds: readonly Recording[]): Judgement {
  const { differences, races } = compare(natives, shimmeds);
  const often = (one: Difference) => one.seen * 2 >= shimmeds.length;
  const found = differences.map((one) => ({ one, clause: allowedBy(one, moment) }));
  const rare = found.filter(({ one, clause }) => !clause && !often(one)).map(({ one }) => one);
  return {
    losses: together(moment, found.filter(({ one, clause }) => !clause && often(one))),
    allowed: together(moment, found.filter(({ clause }) => clause)),
    races: unique(races.concat(rare).map(({ object, member, when }) => [object, member, when].join(' '))),
  };
}

const unique = (values: string[]): string[] => values.filter((value, i) => values.indexOf(value) === i);

/** Says what was seen in several ways once. */
function together(moment: Moment, found: { one: Difference; clause: ClauseId | undefined }[]): Verdict[] {
  const verdicts: Record<string, Verdict> = {};
  found.forEach(({ one, clause }) => {
    const { part, object, member, way, when, facet, native, shimmed } = one;
    const key = JSON.stringify([part, object, member, when, facet, native, shimmed, clause]);
    const known = (verdicts[key] = verdicts[key] || { moment: moment.name, part, object, member, ways: [], when, facet, native, shimmed, ...(clause ? { clause } : {}) });
    known.ways.push(way);
  });
  return Object.keys(verdicts).map((key) => verdicts[key]!);
}
