import type { Engine } from '../../src/shim/choice/detect-engine';
import { engineSigns } from '../../src/shim/choice/engine-signs';

/** Has a replayed realm call itself a version of an engine, and have the names by which that is known. */
export function nameEngine(global: Record<string, unknown>, engine: Engine, version: number): void {
  const userAgent = engine === 'firefox' ? `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0` : `Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
  global.navigator = { userAgent };
  for (const [name, from] of Object.entries(engineSigns[engine] ?? {})) {
    if (version < from) Reflect.deleteProperty(global, name);
    else if (!(name in global)) global[name] = undefined;
  }
}
