import { attempt } from './attempt';
import { show } from './show';

/** What is wrong about what was given as a realm; undefined where it is the global object of a window. */
export function wrongRealm(realm: unknown): string | undefined {
  if (attempt(() => typeof (realm as typeof globalThis).Object === 'function')) return undefined;
  const isFrame = attempt(() => 'contentWindow' in (realm as object));
  return 'the realm is ' + show(realm) + '; expected ' + (isFrame ? 'its contentWindow' : 'a window of this origin, then options');
}
