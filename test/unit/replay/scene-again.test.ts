import { afterEach, describe, expect, it, vi } from 'vitest';
import { opened } from '../../../src/conformance/pair';
import { type Scene, setScene } from '../../../src/conformance/scenes';
import { chromium156 } from '../../replay/engines/chromium-156';
import { makeEngine } from '../../replay/make-engine';

/** What `opened()` rejects with of a channel that never opens. */
async function neverOpened(): Promise<Error> {
  vi.useFakeTimers();
  const rejected = opened({ readyState: 'connecting' } as RTCDataChannel).then(() => new Error('it opened'), (error: Error) => error);
  await vi.advanceTimersByTimeAsync(11_000);
  vi.useRealTimers();
  return rejected;
}

/** A scene that fails so often with an error, and how often it was set. */
function failing(times: number, error: Error) {
  const seen = { set: 0, closed: 0 };
  const scene: Scene = {
    name: 'a scene',
    sets({ near }) {
      seen.set++;
      const { close } = near;
      near.close = () => {
        seen.closed++;
        close.call(near);
      };
      return seen.set > times ? Promise.resolve() : Promise.reject(error);
    },
  };
  return { seen, set: () => setScene(makeEngine(chromium156.behaviour).global as never, scene) };
}

afterEach(() => void vi.useRealTimers());

describe('a scene', () => {
  it('is set once more where a channel does not open, and the first try is closed', async () => {
    const { seen, set } = failing(1, await neverOpened());
    await set();
    expect(seen).toEqual({ set: 2, closed: 1 });
  });

  it('fails where it does not open again', async () => {
    const { seen, set } = failing(2, await neverOpened());
    await expect(set()).rejects.toThrow('an open data channel did not come within 10 s');
    expect(seen).toEqual({ set: 2, closed: 2 });
  });

  it('fails at once for any other reason', async () => {
    for (const text of ['createDataChannel is not a function', 'an open data channel is refused here']) {
      const { seen, set } = failing(1, new TypeError(text));
      await expect(set()).rejects.toThrow(text);
      expect(seen).toEqual({ set: 1, closed: 1 });
    }
  });
});
