import { describe, expect, it } from 'vitest';
import type { ClauseId } from '../../../../src/contract/clauses';
import { type Options, readOptions } from '../../../../src/shim/choice/options';

const ids: ClauseId[] = ['send-is-refused', 'calls-are-refused'];
const read = (given: unknown) => readOptions(given as Options, ids);

describe('readOptions', () => {
  it('has nothing in it that was not given', () => {
    expect({ ...read({}) }).toEqual({ clauses: {} });
    const { channelClose, peerCloseError, stopTracks, clauses } = read({ channelClose: undefined, peerCloseError: undefined, stopTracks: undefined, clauses: undefined });
    expect([channelClose, peerCloseError, stopTracks, { ...clauses }]).toEqual([undefined, undefined, undefined, {}]);
    expect(read({ clauses: { 'send-is-refused': undefined } }).clauses['send-is-refused']).toBe(undefined);
  });

  it('takes what is allowed', () => {
    for (const channelClose of ['event', 'silent']) expect(read({ channelClose }).channelClose).toBe(channelClose);
    for (const peerCloseError of ['event', 'none']) expect(read({ peerCloseError }).peerCloseError).toBe(peerCloseError);
    for (const stopTracks of [false, true]) expect(read({ stopTracks }).stopTracks).toBe(stopTracks);
    for (const choice of ['auto', 'force', 'off']) expect({ ...read({ clauses: { 'send-is-refused': choice } }).clauses }).toEqual({ 'send-is-refused': choice });
  });

  it('inherits no option', () => {
    const options = read(Object.create({ channelClose: 'silent' }));
    expect(options.channelClose).toBe(undefined);
    expect(Object.getPrototypeOf(options)).toBe(null);
  });

  it('is a copy that nobody changes', () => {
    const given = { stopTracks: true, clauses: { 'send-is-refused': 'off' } };
    const options = read(given);
    given.clauses['send-is-refused'] = 'force';
    expect(options.clauses['send-is-refused']).toBe('off');
    expect([options, options.clauses].every(Object.isFrozen)).toBe(true);
  });

  const throwing = {
    get stopTracks(): boolean {
      throw new Error("the page's");
    },
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const all = '"clauses", "channelClose", "peerCloseError", "stopTracks"';

  it.each([
    ['an unknown option', { clause: {} }, `option is "clause"; expected ${all}`],
    ['an unknown option, by the nearest first', { stopTrack: true }, 'option is "stopTrack"; expected "stopTracks", "clauses", "channelClose", "peerCloseError"'],
    ['an unknown clause, by the nearest first', { clauses: { 'calls-are-refuse': 'off' } }, 'clause is "calls-are-refuse"; expected "calls-are-refused", "send-is-refused"'],
    ['an unknown switch', { clauses: { 'send-is-refused': 'on' } }, 'send-is-refused is "on"; expected "auto", "force", "off"'],
    ['an empty switch', { clauses: { 'send-is-refused': '' } }, 'send-is-refused is ""; expected "auto", "force", "off"'],
    ['a switch that is null', { clauses: { 'send-is-refused': null } }, 'send-is-refused is null; expected "auto", "force", "off"'],
    ['an unknown channelClose', { channelClose: 'never' }, 'channelClose is "never"; expected "event", "silent"'],
    ['an unknown peerCloseError', { peerCloseError: 'silent' }, 'peerCloseError is "silent"; expected "event", "none"'],
    ['a string that looks like a stopTracks', { stopTracks: 'true' }, 'stopTracks is "true"; expected true, false'],
    ['a symbol', { stopTracks: Symbol('yes') }, 'stopTracks is Symbol(yes); expected false, true'],
    ['an object without a prototype', { stopTracks: Object.create(null) as object }, 'stopTracks is [object Object]; expected false, true'],
    ['clauses that are null', { clauses: null }, 'clauses is null; expected a plain object'],
    ['clauses that are a list', { clauses: [] }, 'clauses is [object Array]; expected a plain object'],
    ['clauses that are a string', { clauses: 'send-is-refused:off' }, 'clauses is "send-is-refused:off"; expected a plain object'],
    ['clauses that are a map', { clauses: new Map() }, 'clauses is [object Map]; expected a plain object'],
    ['a string', 'silent', 'options is "silent"; expected a plain object'],
    ['null', null, 'options is null; expected a plain object'],
    ['a list', [], 'options is [object Array]; expected a plain object'],
    ['a function', () => undefined, 'options is [object Function]; expected a plain object'],
    ['what throws when it is read', throwing, 'options is [object Object]; expected a plain object'],
    ['what cannot be read', revoked.proxy, 'options is an object; expected a plain object'],
  ])('refuses %s, and says what came and what is allowed', (_what, given, message) => {
    expect(() => read(given)).toThrow(new TypeError('rtc-close-shim: install(): ' + message));
  });

  describe('where others are in force', () => {
    const inForce = read({ stopTracks: true, clauses: { 'send-is-refused': 'off' } });
    const again = (given: unknown) => readOptions(given as Options, ids, inForce);

    it.each([
      [{}],
      [{ stopTracks: true }],
      [{ channelClose: 'event', peerCloseError: 'event', clauses: { 'calls-are-refused': 'auto' } }],
      [{ stopTracks: undefined, clauses: { 'send-is-refused': 'off' } }],
    ])('takes what asks for nothing else: %j', (given) => void again(given));

    it.each([
      [{ stopTracks: false }, 'stopTracks is false; expected true'],
      [{ channelClose: 'silent' }, 'channelClose is "silent"; expected "event"'],
      [{ clauses: { 'send-is-refused': 'auto' } }, 'send-is-refused is "auto"; expected "off"'],
      [{ clauses: { 'calls-are-refused': 'off' } }, 'calls-are-refused is "off"; expected "auto"'],
    ])('refuses %j, and says what to do', (given, message) => {
      expect(() => again(given)).toThrow(new TypeError(`rtc-close-shim: install(): installed already (uninstall() first, or import rtc-close-shim/fn alone): ${message}`));
    });
  });
});
