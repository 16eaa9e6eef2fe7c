import { describe, expect, it } from 'vitest';
import { pass } from '../../../src/conformance/realm';
import { firefox153 } from '../../replay/engines/firefox-153';
import type { ClauseId } from '../../replay/shim';
import { departingFrom, hear, inReplay } from './in-replay';

/** Transports tell that the peer has closed, and nothing else does. */
const silent = departingFrom(firefox153, { peerCloseEvents: [] });

/** What is heard on a channel, with `close` as its end in any case. */
const heardBy = {
  'peer-close-channels-read-closed': ['close'],
  'peer-close-channels-fire-closing': ['closing', 'close'],
  'peer-close-channels-fire-error': ['error', 'close'],
  'peer-close-channels-fire-close-once': ['close'],
} as const satisfies Partial<Record<ClauseId, readonly string[]>>;
const ids = Object.keys(heardBy) as (keyof typeof heardBy)[];

describe('the peer closes, and one clause alone is on', () => {
  it.each(ids)('%s', async (id) => {
    const others = ids.filter((one) => one !== id);
    await inReplay(
      silent,
      async ({ connect }) => {
        const { far, made } = await connect();
        const heard: string[] = [];
        hear(heard, 'made', made, ['closing', 'error', 'close']);
        far.close();
        await pass(100);
        expect({ heard, reads: made.readyState }).toEqual({ heard: heardBy[id].map((type) => 'made ' + type), reads: 'closed' });
      },
      { clauses: Object.fromEntries(others.map((one) => [one, 'off'])) },
    )();
  });

  it('with none, nothing is heard', inReplay(
    silent,
    async ({ connect }) => {
      const { far, made } = await connect();
      const heard: string[] = [];
      hear(heard, 'made', made, ['closing', 'error', 'close']);
      far.close();
      await pass(100);
      expect(heard).toEqual([]);
    },
    { clauses: Object.fromEntries(ids.map((one) => [one, 'off'])) },
  ));
});
