import { describe, expect, it } from 'vitest';
import type { ClauseId } from '../../../src/contract/clauses';
import { type Options, readOptions } from '../../../src/shim/options';

const ids: ClauseId[] = ['send-is-refused', 'calls-are-refused'];
const read = (given: unknown) => readOptions(given as Options, ids);

describe('readOptions', () => {
  it('has a default for each option', () => {
    const defaults = { clauses: {}, channelClose: 'event', peerCloseError: 'event', stopTracks: false };
    expect({ ...read({}) }).toEqual(defaults);
    expect({ ...read({ channelClose: undefined, peerCloseError: undefined, stopTracks: undefined, clauses: undefined }) }).toEqual(defaults);
  });

  it('takes what is allowed', () => {
    for (const channelClose of ['event', 'silent']) expect(read({ channelClose }).channelClose).toBe(channelClose);
    for (const peerCloseError of ['event', 'none']) expect(read({ peerCloseError }).peerCloseError).toBe(peerCloseError);
    for (const stopTracks of [false, true]) expect(read({ stopTracks }).stopTracks).toBe(stopTracks);
    for (const choice of ['auto', 'force', 'off']) expect(read({ clauses: { 'send-is-refused': choice } }).clauses).toEqual({ 'send-is-refused': choice });
  });

  it('inherits no option', () => {
    const options = read(Object.create({ channelClose: 'silent' }));
    expect(options.channelClose).toBe('event');
    expect(Object.getPrototypeOf(options)).toBe(null);
  });

  it.each([
    ['an unknown option', { clause: {} }, 'option is clause; allowed: clauses, channelClose, peerCloseError, stopTracks'],
    ['an unknown clause', { clauses: { 'send-is-refuse': 'off' } }, 'clause is send-is-refuse; allowed: send-is-refused, calls-are-refused'],
    ['an unknown switch', { clauses: { 'send-is-refused': 'on' } }, 'clause send-is-refused is on; allowed: auto, force, off'],
    ['an unknown channelClose', { channelClose: 'never' }, 'option channelClose is never; allowed: event, silent'],
    ['an unknown peerCloseError', { peerCloseError: 'silent' }, 'option peerCloseError is silent; allowed: event, none'],
    ['a wrong stopTracks', { stopTracks: 'yes' }, 'option stopTracks is yes; allowed: false, true'],
    ['a string', 'silent', 'the options object is string; allowed: object'],
    ['null', null, 'the options object is null; allowed: object'],
    ['a function', () => undefined, 'the options object is function; allowed: object'],
  ])('refuses %s, and says what is allowed', (_what, given, message) => {
    expect(() => read(given)).toThrow(new TypeError('rtc-close-shim: ' + message));
  });
});
