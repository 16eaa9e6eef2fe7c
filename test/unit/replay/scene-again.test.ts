import { describe, expect, it } from 'vitest';
import { type Scene, setScene } from '../../../src/conformance/scenes';
import { chromium156 } from '../../replay/engines/chromium-156';
import { makeEngine } from '../../replay/make-engine';

/** A scene that fails so often with an error of this text, and how often it was set. */
function failing(times: number, text: string) {
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
      return seen.set > times ? Promise.resolve() : Promise.reject(new Error(text));
    },
  };
  return { seen, set: () => setScene(makeEngine(chromium156.behaviour).global as never, scene) };
}

describe('a scene', () => {
  it('is set once more where a channel does not open, and the first try is closed', async () => {
    const { seen, set } = failing(1, 'an open data channel did not come within 10 s');
    await set();
    expect(seen).toEqual({ set: 2, closed: 1 });
  });

  it('fails where it does not open again', async () => {
    const { seen, set } = failing(2, 'an open data channel did not come within 10 s');
    await expect(set()).rejects.toThrow('an open data channel');
    expect(seen).toEqual({ set: 2, closed: 2 });
  });

  it('fails at once for any other reason', async () => {
    const { seen, set } = failing(1, 'createDataChannel is not a function');
    await expect(set()).rejects.toThrow('createDataChannel');
    expect(seen).toEqual({ set: 1, closed: 1 });
  });
});
