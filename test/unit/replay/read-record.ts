import { readFileSync } from 'node:fs';
import type { ReplayedEngine } from '../../replay/replayed-engine';

/** A stored measurement, as far as it is compared. */
export interface Measurement {
  suite: number;
  clauses: Record<string, Record<'native' | 'shimmed', { verdict: string; observed?: string[] }>>;
}

/** The measurement that an engine replays. */
export const readMeasurement = ({ replays }: ReplayedEngine): Measurement =>
  JSON.parse(readFileSync(new URL(`../../matrix/measurements/${replays}`, import.meta.url), 'utf8')) as Measurement;

/** Whether an engine replays a measurement, and not a citation. */
export const isMeasured = ({ replays }: ReplayedEngine): boolean => replays.endsWith('.json');

/** Whether something is seen only when it was queued as `close()` came: measurements of one build say now this and now that. */
const isMood = (observed: string) =>
  / fires (open|message|bufferedamountlow|unmute|track|addstream|icecandidate|icegatheringstatechange|negotiationneeded)$|iceGatheringState|connection\.sctp reads|^the engine crashes/.test(observed);

/** The deviations that do not depend on the machine's mood, by the clause that they break. */
export function settled(broken: Record<string, readonly string[]>): Record<string, readonly string[]> {
  const kept = Object.entries(broken).map(([id, observed]) => [id, observed.filter((one) => !isMood(one))] as const);
  return Object.fromEntries(kept.filter(([, observed]) => observed.length));
}

/** What an engine was measured to do natively, or with the shim, by the clause that it breaks. */
export const measuredBreaks = (engine: ReplayedEngine, mode: 'native' | 'shimmed' = 'native'): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(readMeasurement(engine).clauses)
      .filter(([, findings]) => findings[mode].verdict === 'broken')
      .map(([id, findings]) => [id, findings[mode].observed ?? []]),
  );
