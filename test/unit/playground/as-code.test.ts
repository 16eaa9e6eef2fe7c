import { describe, expect, it } from 'vitest';
import { asImport, asScriptTag } from '../../../src/playground/as-code';

const all = { clauses: { 'sctp-stays': 'off', 'send-is-refused': 'force' }, channelClose: 'silent', peerCloseError: 'none', stopTracks: true } as const;

describe('the options as code', () => {
  it('is one line for the defaults', () => {
    expect(asImport({})).toBe("import 'rtc-close-shim';");
    expect(asScriptTag({})).toBe('<script src="rtc-close-shim.min.js"></script>');
  });
  it('has each option', () => {
    expect(asImport(all)).toBe(
      "import { install } from 'rtc-close-shim/fn';\n\ninstall(window, {\n  clauses: {\n    'sctp-stays': 'off',\n    'send-is-refused': 'force',\n  },\n  channelClose: 'silent',\n  peerCloseError: 'none',\n  stopTracks: true,\n});");
    expect(asScriptTag(all)).toBe(
      '<script src="rtc-close-shim.min.js" data-clauses="sctp-stays:off send-is-refused:force" data-channel-close="silent" data-peer-close-error="none" data-stop-tracks="true"></script>');
  });
});
