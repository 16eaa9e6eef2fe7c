import { describe, expect, it } from 'vitest';
import { pass } from '../../../src/conformance/realm';
import { chromium156 } from '../../replay/engines/chromium-156';
import { conformingEngine } from '../../replay/engines/conforming';
import { firefox115 } from '../../replay/engines/firefox-115';
import { firefox140 } from '../../replay/engines/firefox-140';
import { firefox153 } from '../../replay/engines/firefox-153';
import { firefox159 } from '../../replay/engines/firefox-159';
import { makeEngine } from '../../replay/make-engine';
import type { ReplayedEngine } from '../../replay/replayed-engine';
import { install } from '../../replay/shim';
import { connectIn } from './in-replay';

/** Listens to `ended` in every way that there is. */
function listenInEveryWay(track: MediaStreamTrack, heard: string[]): void {
  const say = (way: string) => () => heard.push(way + ' ' + track.readyState);
  track.addEventListener('ended', say('listener'));
  track.onended = say('handler');
  track.addEventListener('ended', say('capture'), true);
  track.addEventListener('ended', say('once'), { once: true });
  track.addEventListener('ended', { handleEvent: say('handleEvent') });
  track.addEventListener('ended', say('signal'), { signal: new AbortController().signal });
}

/** What is heard on a received track, one thing after the other: the page dispatches an `ended` of its own, or closes the connection. */
async function hearEnded({ behaviour }: ReplayedEngine, shimmed: boolean, acts: readonly ('dispatch' | 'close')[]): Promise<string[]> {
  const { global, clock, errors } = makeEngine(behaviour);
  if (shimmed) install(global);
  const heard: string[] = [];
  await clock.run(async () => {
    const { near, track } = await connectIn(global);
    listenInEveryWay(track, heard);
    for (const act of acts) {
      heard.push(act);
      if (act === 'close') near.close();
      else track.dispatchEvent(new (global.Event as typeof Event)('ended'));
      await pass(100);
    }
  });
  expect(errors).toEqual([]);
  return heard;
}

const ways = ['listener', 'handler', 'capture', 'once', 'handleEvent', 'signal'];

describe.each([conformingEngine, chromium156, firefox115, firefox140, firefox153, firefox159].map((engine) => [engine.name, engine] as const))("a track's ended in %s", (_name, engine) => {
  it.each([[['close'] as const], [['dispatch', 'close'] as const], [['close', 'dispatch'] as const]])('is heard in every way as natively: %j', async (acts) => {
    const native = await hearEnded(engine, false, acts);
    expect(native).toEqual(expect.arrayContaining(['listener ended', 'handler ended']));
    expect(await hearEnded(engine, true, acts)).toEqual(native);
  });
});

describe('what a page dispatches on a track', () => {
  it('is heard by its handler alone in Firefox, and by all elsewhere', async () => {
    for (const [engine, heard] of [[firefox115, ['handler']], [firefox153, ['handler']], [chromium156, ways]] as const) {
      const [, ...all] = await hearEnded(engine, false, ['dispatch']);
      expect(all.sort(), engine.name).toEqual(heard.map((way) => way + ' live').sort());
    }
  });
});
