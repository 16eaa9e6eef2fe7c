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

/** Has the peer close where of these clauses one alone is on, or none; `look` is given what was heard on a channel, and what it reads. */
const peerCloses = (id: keyof typeof heardBy | undefined, look: (heard: string[], reads: RTCDataChannelState) => void) =>
  inReplay(
    silent,
    async ({ connect }) => {
      const { far, made } = await connect();
      const heard: string[] = [];
      hear(heard, 'made', made, ['closing', 'error', 'close']);
      far.close();
      await pass(100);
      look(heard, made.readyState);
    },
    { clauses: Object.fromEntries(ids.filter((one) => one !== id).map((one) => [one, 'off'])) },
  );

describe('the peer closes, and one clause alone is on', () => {
  it.each(ids)('%s', (id) =>
    peerCloses(id, (heard, reads) => expect({ heard, reads }).toEqual({ heard: heardBy[id].map((type) => 'made ' + type), reads: 'closed' }))());

  it('with none, nothing is heard', peerCloses(undefined, (heard) => expect(heard).toEqual([])));
});
