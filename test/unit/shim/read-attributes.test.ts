import { describe, expect, it } from 'vitest';
import { readAttributes } from '../../../src/shim/read-attributes';

const scriptWith = (attributes: Record<string, string>) => ({ getAttribute: (name: string) => attributes[name] ?? null }) as Element;
const read = (attributes: Record<string, string>) => readAttributes(scriptWith(attributes));

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
    ['a', { a: '' }],
  ])('splits data-clauses="%s"', (text, clauses) => {
    expect(read({ 'data-clauses': text })).toEqual({ clauses });
  });
});
