import { describe, expect, it } from 'vitest';
import { allowedBy } from '../../../src/never-worse/allowed-by';
import type { Difference } from '../../../src/never-worse/compare';
import type { Moment } from '../../../src/never-worse/moment';

type Row = [what: string, difference: Partial<Difference>, moment: Partial<Moment>, reason: string | undefined];

const heard: Partial<Difference> = { part: 'heard', object: 'channel first', way: 'listener', when: 'after close()', facet: 'times' };

const rows: Row[] = [
  ['one close on a channel of a local close', { ...heard, member: 'close', native: ['0'], shimmed: ['1'] }, {}, 'channels-fire-close-once'],
  ['no close', { ...heard, member: 'close', native: ['1'], shimmed: ['0'] }, {}, undefined],
  ['two', { ...heard, member: 'close', native: ['1'], shimmed: ['2'] }, {}, undefined],
  ['two by a listener that went past the shim, and was there first', { ...heard, member: 'close', way: 'taken addEventListener (taken addEventListener, then listener)', native: ['1'], shimmed: ['2'] }, {}, 'past-the-shim'],
  ['two by one that went past the shim alone', { ...heard, member: 'close', way: 'taken addEventListener', native: ['1'], shimmed: ['2'] }, {}, undefined],
  ['a close on a live connection', { ...heard, member: 'close', when: 'while it lives', shimmed: ['1'] }, { closes: 'nobody' }, undefined],
  ['no message after a local close', { ...heard, member: 'message', shimmed: ['0'] }, {}, 'channels-fire-nothing-else'],
  ['no message before it', { ...heard, member: 'message', when: 'while it lives', shimmed: ['0'] }, {}, undefined],
  ['no message when the peer closes', { ...heard, member: 'message', when: 'after the peer closed', shimmed: ['0'] }, { closes: 'the peer' }, undefined],
  ['an error when the peer closes', { ...heard, member: 'error', when: 'after the peer closed', shimmed: ['1'] }, { closes: 'the peer' }, 'peer-close-channels-fire-error'],
  ['an error on a channel that the page was closing', { ...heard, member: 'error', when: 'after the peer closed', shimmed: ['1'] }, { closes: 'the peer', ownChannels: /first/ }, undefined],
  ['an ended that is no longer trusted', { ...heard, object: 'received track audio', member: 'ended', facet: 'isTrusted', shimmed: ['false'] }, {}, undefined],
  ['no ended', { ...heard, object: 'received track audio', member: 'ended', shimmed: ['0'] }, {}, undefined],
  ['nothing inside close()', { ...heard, object: 'sctp transport', member: 'statechange', when: 'inside close()', shimmed: ['0'] }, {}, 'nothing-fires-inside-close'],
  ['something inside close()', { ...heard, object: 'sctp transport', member: 'statechange', when: 'inside close()', shimmed: ['1'] }, {}, undefined],
  ['one state change of a connection that the page closes in it', { ...heard, object: 'connection', member: 'iceconnectionstatechange', when: 'since the peer closed', native: ['2'], shimmed: ['1'] }, { closes: 'both' }, 'connection-fires-nothing'],
  ['one state change of a connection that the peer closed', { ...heard, object: 'connection', member: 'iceconnectionstatechange', when: 'since the peer closed', native: ['2'], shimmed: ['1'] }, { closes: 'the peer' }, undefined],
  ['another order of channels', { part: 'order', object: 'channel first close', member: 'channel second close', when: 'after close()', facet: 'order', shimmed: ['after'] }, {}, 'channels-fire-close-once'],
  ['another order on one channel', { part: 'order', object: 'channel first close', member: 'channel first closing', when: 'after close()', facet: 'order', shimmed: ['after'] }, {}, undefined],
  ['another order on one channel by a listener that went past the shim alone', { part: 'order', object: 'channel first close', member: 'channel first closing', way: 'taken addEventListener', when: 'since the peer closed', facet: 'order', shimmed: ['before'] }, { closes: 'both' }, 'past-the-shim'],
  ['a last bufferedamountlow that comes before the close', { part: 'order', object: 'channel first bufferedamountlow', member: 'channel first close', when: 'after the peer closed', facet: 'order', shimmed: ['before'] }, { closes: 'the peer' }, 'peer-close-channels-fire-close-once'],
  ['a message that comes after the close', { part: 'order', object: 'channel first message', member: 'channel first close', when: 'after the peer closed', facet: 'order', shimmed: ['after'] }, { closes: 'the peer' }, undefined],
  ['bufferedamountlow that waits for the close', { ...heard, member: 'bufferedamountlow', when: 'after the peer closed', facet: 'state readyState', native: ['"closed"'], shimmed: ['"closing"'] }, { closes: 'the peer' }, 'peer-close-channels-read-closed'],
  ['a handler that comes after a listener that went past the shim', { part: 'order', object: 'channel first close', member: '', way: 'handler (all ways) and taken addEventListener (all ways)', when: 'after close()', facet: 'order', shimmed: ['after'] }, {}, 'past-the-shim'],
  ['a handler that comes after a listener', { part: 'order', object: 'channel first close', member: '', way: 'handler (all ways) and listener (all ways)', when: 'after close()', facet: 'order', shimmed: ['after'] }, {}, undefined],
  ['wrappers on prototypes that hear close() read', { part: 'page', object: 'RTCDataChannel', member: 'readyState', way: '', when: 'after close()', facet: 'runs inside close()', shimmed: ['4'] }, {}, 'reads-at-close'],
  ["an object's own member that hears close() read", { part: 'page', object: 'channel first', member: 'readyState', way: '', when: 'after close()', facet: 'runs inside close()', shimmed: ['1'] }, {}, undefined],
  ['a wrapper on a prototype that no longer runs', { part: 'page', object: 'RTCDataChannel', member: 'send', way: '', when: 'after close()', facet: 'runs', shimmed: ['0'] }, {}, undefined],
  ['another order of ways to listen', { part: 'order', object: 'channel first close', member: '', when: 'after close()', facet: 'order', shimmed: ['after'] }, {}, undefined],
  ['statistics after close()', { part: 'called', object: 'connection', member: 'getStats()', way: 'nothing', when: 'after close()', facet: 'outcome', shimmed: ['resolves RTCStatsReport'] }, {}, 'stats-stay-available'],
  ['statistics that were pending', { part: 'called', object: 'connection', member: 'getStats()', way: 'nothing', when: 'while it lives', facet: 'outcome', native: ['never settles'], shimmed: ['resolves RTCStatsReport'] }, {}, 'stats-stay-available'],
  ['statistics that are blank while it lives', { part: 'called', object: 'connection', member: 'getStats()', way: 'a number', when: 'while it lives', facet: 'outcome', shimmed: ['resolves RTCStatsReport'] }, {}, undefined],
  ['statistics of what is none', { part: 'called', object: 'connection', member: 'getStats()', way: 'a number', when: 'after close()', facet: 'outcome', shimmed: ['resolves RTCStatsReport'] }, {}, undefined],
  ['one configuration for all', { part: 'called', object: 'connection', member: 'getConfiguration()', way: 'nothing', when: 'after close()', facet: 'called again', shimmed: ['the same'] }, {}, undefined],
  ["the page's own send()", { part: 'page', object: 'channel first', member: 'send', way: '', when: 'after close()', facet: 'runs', shimmed: ['0'] }, {}, undefined],
];

describe('what a clause allows', () => {
  it.each(rows)('%s', (_what, difference, moment, reason) => {
    expect(allowedBy(difference as Difference, { closes: 'here', ...moment })).toBe(reason);
  });
});
