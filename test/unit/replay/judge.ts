import { type ClauseId, check } from '../../replay/shim';
import type { ReplayedRealm } from '../../replay/make-engine';
import { normaliseObservations } from '../../../src/measurement/normalise-observation.mjs';

/** What the suite says of a replayed realm. */
export interface Judgement {
  verdicts: Record<string, string>;
  /** What each broken clause was seen to do, as measurements tell it. */
  broken: Record<string, string[]>;
  /** What should not have happened: listeners that threw, scenes that could not be set. */
  mishaps: unknown[];
}

/** Runs the suite in a replayed realm, in its own time. */
export async function judge({ global, clock, errors }: ReplayedRealm): Promise<Judgement> {
  const { results, failures } = await clock.run(() => check(global));
  const entries = <T>(read: (result: (typeof results)[number]) => T): [ClauseId, T][] => results.map((result) => [result.id, read(result)]);
  return {
    verdicts: Object.fromEntries(entries(({ verdict }) => verdict)),
    broken: Object.fromEntries(entries(({ observed }) => normaliseObservations(observed)).filter((_entry, i) => results[i]!.verdict === 'broken')),
    mishaps: [...errors, ...Object.values(failures)],
  };
}
