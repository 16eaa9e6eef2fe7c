import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../../src/shim/choice/options';
import { readScriptTagOptions } from '../../../../src/shim/choice/script-tag-options';

const camel = (name: string) => name.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
const scriptWith = (attributes: Record<string, string>) => ({ dataset: Object.fromEntries(Object.entries(attributes).filter(([name]) => name.startsWith('data-')).map(([name, value]) => [camel(name.slice(5)), value])) }) as unknown as HTMLElement;
const read = (attributes: Record<string, string>) => readScriptTagOptions(scriptWith(attributes));

describe('readAttributes', () => {
  it('has no option of its own', () => {
    expect(read({ src: 'rtc-close-shim.min.js' })).toEqual({});
  });

  it('reads the whole of a script tag', () => {
    expect(read({ 'data-channel-close': 'silent', 'data-peer-close-error': 'none', 'data-stop-tracks': 'true', 'data-clauses': 'send-is-refused:off' })).toEqual({
      channelClose: 'silent',
      peerCloseError: 'none',
      stopTracks: true,
      clauses: { 'send-is-refused': 'off' },
    });
  });

  it.each([
    ['', true],
    ['true', true],
    ['false', false],
    ['yes', 'yes'],
  ])('takes data-stop-tracks="%s" as %s', (text, stopTracks) => {
    expect(read({ 'data-stop-tracks': text })).toEqual({ stopTracks });
  });

  it('hands a value on as it stands, for install() to check', () => {
    expect(read({ 'data-channel-close': 'Never' })).toEqual({ channelClose: 'Never' });
    expect(read({ 'data-channel-close': '' })).toEqual({ channelClose: '' });
    expect(read({ 'data-peer-close-error': 'None' })).toEqual({ peerCloseError: 'None' });
    expect(read({ 'data-peer-close-error': '' })).toEqual({ peerCloseError: '' });
  });

  it.each([
    ['', {}],
    ['a:off', { a: 'off' }],
    ['a:off b:force', { a: 'off', b: 'force' }],
    [' a:off,b:force,\n  c:auto ', { a: 'off', b: 'force', c: 'auto' }],
    ['a: off, b :force;c:auto;', { a: 'off', b: 'force', c: 'auto' }],
    ['a:off:force', { a: 'off:force' }],
    ['a:', { a: '' }],
  ])('splits data-clauses="%s"', (text, clauses) => {
    expect(read({ 'data-clauses': text })).toEqual({ clauses });
  });

  it.each([['a', '"a"'], ['a off', '"a"'], ['a:off b', '"b"'], [':off', '":off"'], [':a:off', '":a:off"'], ['a=off', '"a=off"']])('refuses data-clauses="%s", and says how it is written', (text, part) => {
    expect(() => read({ 'data-clauses': text })).toThrow(new TypeError(`rtc-close-shim: install(): a part of data-clauses is ${part}; expected clause:switch`));
  });

  it.each([
    ['data-channels-close', 'channelClose'],
    ['data-channelclose', 'channelClose'],
    ['data-close-channel', 'channelClose'],
    ['data-peerclose-error', 'peerCloseError'],
    ['data-stop-track', 'stopTracks'],
    ['data-stoptracks', 'stopTracks'],
    ['data-clause', 'clauses'],
  ])('hands %s on, which is refused: what it is near is named first', (name, near) => {
    const given = read({ [name]: '' });
    expect(() => readOptions(given, [])).toThrow(`rtc-close-shim: install(): option is "${camel(name.slice(5))}"; expected "${near}", `);
  });

  it.each(['data-channel', 'data-close', 'data-id', 'data-peer', 'data-stop', 'data-cfasync', 'data-turbo-track', 'data-', 'channel-close'])('leaves %s to the page', (name) => {
    expect(read({ [name]: 'x' })).toEqual({});
  });
});
