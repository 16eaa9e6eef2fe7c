import type { ClauseId } from '../../src/contract/clauses';
import type { Command, Program } from './program';

/** A program that finds a clause broken where its repair is switched off. */
export interface Proof {
  clause: ClauseId;
  /** Where the engine breaks it natively. */
  in: ('chromium' | 'firefox')[];
  /** What is switched off, if not the clause itself. */
  off?: ClauseId;
  program: Program;
}

const both: Proof['in'] = ['chromium', 'firefox'];

const channels: Command[] = [
  { do: 'channel', on: 0, slot: 'a', mode: 'plain' },
  { do: 'channel', on: 0, slot: 'b', mode: 'plain' },
];
const media: Command[] = [
  { do: 'media', on: 0, kind: 'audio', by: 'track' },
  { do: 'media', on: 1, kind: 'audio', by: 'track' },
];
const connected: Program['commands'] = [...channels, ...media, { do: 'negotiate', on: 0 }, { do: 'wait-open' }, { do: 'wait', for: 20 }];
const close: Command = { do: 'close', on: 0 };

const listen = (to: (Command & { do: 'listen' })['to'], type: string, slot = 'f'): Command => ({ do: 'listen', slot, to, type, form: { via: 'listener' }, then: [] });

const proof = (clause: ClauseId, where: Proof['in'], commands: Program['commands'], off?: ClauseId): Proof => ({ clause, in: where, program: { commands }, ...(off && { off }) });

/** One for each clause that an engine of today breaks every time. */
export const proofs: readonly Proof[] = [
  proof('channels-read-closed', both, [...channels, close]),
  proof('transports-read-closed', ['firefox'], [...connected, close]),
  proof('transceivers-read-stopped', ['chromium'], [...connected, close]),
  proof('senders-are-stopped', ['chromium'], [...media, close]),
  proof('descriptions-stay-readable', ['firefox'], [...media, close]),
  proof('remote-side-stays-readable', both, [...connected, close]),
  proof('nothing-fires-inside-close', ['chromium'], [...connected, listen({ at: 'sctp', on: 0 }, 'statechange'), close], 'sctp-transport-fires-nothing'),
  proof('sctp-transport-fires-nothing', ['chromium'], [...connected, listen({ at: 'sctp', on: 0 }, 'statechange'), close]),
  proof('channels-fire-close-once', both, [
    ...connected,
    listen({ at: 'channel', slot: 'a' }, 'close'),
    listen({ at: 'channel', slot: 'b' }, 'close', 'g'),
    { do: 'close-channel', to: { slot: 'b' } },
    { do: 'occupy', ms: 80 },
    close,
  ]),
  proof('channels-fire-nothing-else', both, [
    ...connected,
    listen({ at: 'channel', slot: 'a' }, 'message'),
    { do: 'send-many', to: { slot: 'a', far: true } },
    { do: 'occupy', ms: 80 },
    close,
  ]),
  proof('send-is-refused', both, [...connected, close, { do: 'send', to: { slot: 'a' }, what: 'text' }]),
  proof('stats-stay-available', ['firefox'], [...connected, { do: 'call', on: 0, what: 'getStats', nth: 0 }, close]),
];
