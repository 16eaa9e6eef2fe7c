import type { Command, Program } from '../program';

const connected: Program['commands'] = [
  { do: 'channel', on: 0, slot: 'a', mode: 'plain' },
  { do: 'channel', on: 0, slot: 'b', mode: 'plain' },
  { do: 'media', on: 0, kind: 'audio', by: 'track' },
  { do: 'media', on: 1, kind: 'audio', by: 'track' },
  { do: 'negotiate', on: 0 },
  { do: 'wait-open' },
  // Until the far side has its ends of the channels, also on a busy machine.
  { do: 'wait', for: 300 },
];
const close: Command = { do: 'close', on: 0 };
const listen = (to: (Command & { do: 'listen' })['to'], type: string, slot = 'f'): Command => ({ do: 'listen', slot, to, type, form: { via: 'listener' }, then: [] });
const messages: Program['commands'] = [
  listen({ at: 'channel', slot: 'a' }, 'message'),
  listen({ at: 'channel', slot: 'b' }, 'message', 'g'),
  { do: 'send', to: { slot: 'a', far: true }, what: 'text' },
  { do: 'wait', for: 100 },
  { do: 'send', to: { slot: 'b', far: true }, what: 'text' },
  { do: 'wait', for: 100 },
];

/** A program that finds each of the lossy shims of test/web/lossy.ts, by its name. */
export const proofs: Record<string, Program> = {
  'listeners of a channel hear no close': { commands: [...connected, listen({ at: 'channel', slot: 'a' }, 'close'), close] },
  'listeners of a received track hear no ended, as in Firefox 115': { commands: [...connected, listen({ at: 'received', on: 0, nth: 0 }, 'ended'), close] },
  'an event is heard twice': { commands: [...connected, ...messages] },
  'listeners come in another order': {
    commands: [...connected, listen({ at: 'channel', slot: 'a' }, 'message'), { do: 'listen', slot: 'g', to: { at: 'channel', slot: 'a' }, type: 'message', form: { via: 'handler' }, then: [] }, { do: 'send', to: { slot: 'a', far: true }, what: 'text' }, { do: 'wait', for: 100 }],
  },
  'a member reads something else': { commands: [{ do: 'channel', on: 0, slot: 'a', mode: 'plain' }, close] },
  'what was a fresh object is shared': { commands: [close, { do: 'ask', on: 0, member: 'getConfiguration', given: 'nothing' }] },
  'arguments are not checked': { commands: [close, { do: 'ask', on: 0, member: 'getStats', given: 'a number' }] },
  "the page's own members are thrown out": { commands: [{ do: 'lay', to: { at: 'connection', on: 0 }, member: 'getSenders' }, close] },
  "a subclass's overrides are passed over": { subclass: true, commands: [{ do: 'channel', on: 0, slot: 'a', mode: 'plain' }, close] },
};
