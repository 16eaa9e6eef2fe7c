import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onPeerClosed, peerClosed } from '../../../src/peer';

const connection = () => Object.assign(new EventTarget(), { signalingState: 'stable', iceConnectionState: 'new' }) as unknown as RTCPeerConnection;
const nothing = () => undefined;

/** What is wrong of both: the arguments after the callback, and what is said. */
const wrong: [string, unknown[], string][] = [
  ['no connection', [undefined], 'the connection is undefined; expected an RTCPeerConnection'],
  ['null', [null], 'the connection is null; expected an RTCPeerConnection'],
  ['an empty object', [{}], 'the connection is [object Object]; expected an RTCPeerConnection'],
  ['another target', [new EventTarget()], 'the connection is [object EventTarget]; expected an RTCPeerConnection'],
  ['a string', ['pc'], 'the connection is "pc"; expected an RTCPeerConnection'],
  ['options that are null', [connection(), null], 'the options are null; expected a plain object'],
  ['options that are a list', [connection(), []], 'the options are [object Array]; expected a plain object'],
  ['options that are a signal', [connection(), new AbortController().signal], 'the options are [object AbortSignal]; expected a plain object'],
  ['channels that are a string', [connection(), { channels: 'x' }], 'option channels is "x"; expected a list of RTCDataChannels'],
  ['channels that are one', [connection(), { channels: new EventTarget() }], 'option channels is [object EventTarget]; expected a list of RTCDataChannels'],
  ['channels that are none', [connection(), { channels: [{}] }], 'option channels is [object Array]; expected a list of RTCDataChannels'],
];

describe('onPeerClosed() refuses', () => {
  it.each([
    ...wrong,
    ['an option that it does not have', [connection(), { signal: new AbortController().signal }], 'it has no option "signal"; allowed: "channels"'] as (typeof wrong)[number],
  ])('%s', (_what, [first, options], message) => {
    const call = () => (options === undefined ? onPeerClosed(first as never, nothing) : onPeerClosed(first as never, nothing, options as never));
    expect(call).toThrow(new TypeError(`rtc-close-shim: onPeerClosed(): ${message}`));
  });

  it.each([[undefined, 'undefined'], [{ channels: [] }, '[object Object]'], ['f', '"f"']])('a callback that is none: %o', (callback, shown) => {
    expect(() => onPeerClosed(connection(), callback as never)).toThrow(new TypeError(`rtc-close-shim: onPeerClosed(): the callback is ${shown}; expected a function, after the connection`));
  });

  it('whatever it is given, by a TypeError of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withTypedArray: true }), { maxLength: 3 }), (args) => {
        expect(() => (onPeerClosed as (...args: unknown[]) => unknown)(...args)).toThrow(/^rtc-close-shim: onPeerClosed\(\): /);
      }),
    );
  });
});

describe('peerClosed() rejects', () => {
  it.each([
    ...wrong,
    ['an option that it does not have', [connection(), { signals: 1 }], 'it has no option "signals"; allowed: "channels", "signal"'] as (typeof wrong)[number],
    ['a signal that is none', [connection(), { signal: {} }], 'option signal is [object Object]; expected an AbortSignal'] as (typeof wrong)[number],
    ['the controller', [connection(), { signal: new AbortController() }], 'option signal is [object AbortController]; expected an AbortSignal'] as (typeof wrong)[number],
  ])('%s', async (_what, [first, options], message) => {
    const promise = options === undefined ? peerClosed(first as never) : peerClosed(first as never, options as never);
    await expect(promise).rejects.toThrow(new TypeError(`rtc-close-shim: peerClosed(): ${message}`));
  });

  it('whatever it is given, with a TypeError of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withTypedArray: true }), { maxLength: 2 }), async (args) => {
        await expect((peerClosed as (...args: unknown[]) => Promise<unknown>)(...args)).rejects.toThrow(/^rtc-close-shim: peerClosed\(\): /);
      }),
    );
  });

  it('and takes what is right', () => {
    const stop = onPeerClosed(connection(), nothing, { channels: [new EventTarget() as unknown as RTCDataChannel] });
    stop();
    void peerClosed(connection(), { channels: undefined, signal: undefined });
    expect(stop).toBeTypeOf('function');
  });
});
