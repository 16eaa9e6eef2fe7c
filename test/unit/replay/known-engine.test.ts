import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromium156 } from '../../replay/engines/chromium-156';
import type { Engine } from '../../../src/shim/choice/detect-engine';
import { makeEngine } from '../../replay/make-engine';
import { nameEngine } from '../../replay/name-engine';
import type { install as Install } from '../../replay/shim';

describe('an engine that the table knows', () => {
  let install: typeof Install;
  beforeAll(async () => {
    // The second clause is kept in 100–120, of the others nothing is known.
    vi.doMock('../../../src/baked', () => ({ version: 'mocked', table: { chromium: [0, [100, 120]] } }));
    vi.resetModules();
    ({ install } = await import('../../replay/shim'));
  });
  afterAll(() => {
    vi.doUnmock('../../../src/baked');
    vi.resetModules();
  });

  /** What the shim says and does in a version of Chromium: the decisions that differ from `applied`, and whether close() is quiet twice. */
  function installIn(engine: Engine, version: number, name?: string) {
    const { global } = makeEngine({ ...chromium156.behaviour, secondClose: 'InvalidStateError' });
    nameEngine(global, engine, version);
    if (name !== undefined) global.navigator = { userAgent: name };
    const handle = install(global);
    const connection = new (global.RTCPeerConnection as typeof RTCPeerConnection)();
    connection.close();
    let second = 'quiet';
    try {
      connection.close();
    } catch (error) {
      second = (error as Error).name;
    }
    const others = handle.report().filter(({ decision }) => decision !== 'applied');
    return { version: handle.version, others: others.map(({ id, decision, because }) => [id, decision, because]), second };
  }

  it('is left what it keeps, and said so', () => {
    for (const version of [100, 120]) {
      expect(installIn('chromium', version)).toEqual({
        version: 'mocked',
        others: [['close-twice-is-quiet', 'not-needed', 'chromium 100 to 120 keeps it in each measured build']],
        second: 'InvalidStateError',
      });
    }
  });

  it('is repaired in other versions, as are other engines', () => {
    for (const there of [() => installIn('chromium', 121), () => installIn('firefox', 110)]) expect(there()).toEqual({ version: 'mocked', others: [], second: 'quiet' });
  });

  it('is repaired where it calls itself something else, as is what calls itself that', () => {
    for (const name of ['', 'Mozilla/5.0 (X11; Linux x86_64; rv:110.0) Gecko/20100101 Firefox/110.0', 'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/64.0.0.0 Safari/537.36']) {
      expect(installIn('chromium', 110, name), name).toEqual({ version: 'mocked', others: [], second: 'quiet' });
    }
    expect(installIn('firefox', 110, 'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/110.0.0.0 Safari/537.36')).toEqual({ version: 'mocked', others: [], second: 'quiet' });
  });
});
