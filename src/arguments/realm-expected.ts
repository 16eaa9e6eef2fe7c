import { attempt } from './attempt';

/** What was expected instead of what was given as a realm; undefined where it is the global object of a window. */
export function realmExpected(realm: unknown): string | undefined {
  if (attempt(() => typeof (realm as typeof globalThis).Object === 'function')) return undefined;
  return attempt(() => 'contentWindow' in (realm as object)) ? 'its contentWindow' : 'a window of this origin, then options';
}
