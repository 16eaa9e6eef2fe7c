import { describe, expect, it } from 'vitest';
import { pass } from '../../../src/conformance/realm';
import { chromium81 } from '../../replay/engines/chromium-81';
import { chromium156 } from '../../replay/engines/chromium-156';
import { firefox115 } from '../../replay/engines/firefox-115';
import { firefox153 } from '../../replay/engines/firefox-153';
import { makeEngine } from '../../replay/make-engine';
import type { ReplayedEngine } from '../../replay/replayed-engine';
import { install } from '../../replay/shim';
import { connectIn } from './in-replay';

const types = ['closing', 'error', 'close'];

/** What a page hears that listens past the shim alone, and closes its side in an event of its peer's close. */
async function hear({ behaviour }: ReplayedEngine, door: string, shimmed: boolean): Promise<string[]> {
  const { global, clock } = makeEngine(behaviour);
  const { prototype } = global.EventTarget as { prototype: EventTarget };
  const { addEventListener } = prototype;
  const heard: string[] = [];
  if (shimmed) install(global);
  await clock.run(async () => {
    const { near, far, made } = await connectIn(global);
    for (const type of types) {
      addEventListener.call(made, type, () => {
        heard.push(type);
        if (type === door) near.close();
      });
    }
    far.close();
    await pass(500);
  });
  return heard;
}

// One that listens in the usual way, too, has the shim's events besides: the README says so.
describe("who listens by an addEventListener from before the shim alone, and closes in the peer's", () => {
  for (const [name, engine] of Object.entries({ 'Chromium 81': chromium81, 'Chromium 156': chromium156, 'Firefox 115': firefox115, 'Firefox 153': firefox153 })) {
    for (const door of types) {
      it(`${door}, hears what it hears natively, and no more often: ${name}`, async () => {
        const native = await hear(engine, door, false);
        expect(native).toContain('close');
        const shimmed = await hear(engine, door, true);
        expect(new Set(shimmed)).toEqual(new Set(native));
        const times = (heard: string[], type: string) => heard.filter((each) => each === type).length;
        for (const type of types) expect(times(shimmed, type), type).toBeLessThanOrEqual(times(native, type));
      });
    }
  }
});
