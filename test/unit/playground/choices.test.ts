import { describe, expect, it } from 'vitest';
import { asCode, readChoices } from '../../../src/playground/choices';

const form = (...elements: { name: string; value?: string; checked?: boolean }[]) => ({ elements }) as unknown as HTMLFormElement;

describe('readChoices', () => {
  it('leaves out what is at its default', () => {
    const defaults = form({ name: 'channelClose', value: 'event', checked: true }, { name: 'channelClose', value: 'silent' }, { name: 'peerCloseError', value: 'event', checked: true }, { name: 'peerCloseError', value: 'none' }, { name: 'stopTracks' }, { name: 'clause sctp-stays', value: 'auto' });
    expect(readChoices(defaults)).toEqual({});
  });
  it('reads the others', () => {
    const chosen = form({ name: 'channelClose', value: 'silent', checked: true }, { name: 'peerCloseError', value: 'none', checked: true }, { name: 'stopTracks', checked: true }, { name: 'clause sctp-stays', value: 'off' });
    expect(readChoices(chosen)).toEqual({ channelClose: 'silent', peerCloseError: 'none', stopTracks: true, clauses: { 'sctp-stays': 'off' } });
  });
});

describe('asCode', () => {
  it('writes the call and the script tag', () => {
    expect(asCode({})).toBe('install();\n\n<script src="rtc-close-shim.min.js"></script>');
    expect(asCode({ clauses: { 'sctp-stays': 'off', 'send-is-refused': 'force' }, channelClose: 'silent', peerCloseError: 'none', stopTracks: true })).toBe(
      "install(window, {\n  clauses: { 'sctp-stays': 'off', 'send-is-refused': 'force' },\n  channelClose: 'silent',\n  peerCloseError: 'none',\n  stopTracks: true,\n});\n\n" +
        '<script src="rtc-close-shim.min.js" data-clauses="sctp-stays:off send-is-refused:force" data-channel-close="silent" data-peer-close-error="none" data-stop-tracks="true"></script>');
  });
});
