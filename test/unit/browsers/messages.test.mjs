import { describe, expect, it } from 'vitest';
import { explainFailure } from '../../browsers/explain-failure.mjs';
import { firefoxUserJs, launchArguments } from '../../browsers/launch-arguments.mjs';
import { timedOut } from '../../browsers/run-error.mjs';

describe('explainFailure', () => {
  it.each([
    ['x: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory', 'the library libnss3.so is missing: on Debian or Ubuntu, apt-get install libnss3'],
    ['x: error while loading shared libraries: libodd.so.9: cannot open', /libodd\.so\.9 is missing: install the package of your system that holds it/],
    ["x: /lib/libc.so.6: version `GLIBC_2.38' not found (required by x)", 'this Linux is too old for it: it needs GLIBC_2.38'],
    ['XPCOMGlueLoad error for file /x/libxul.so:\nlibgtk-3.so.0: cannot open shared object file', /libgtk-3\.so\.0 is missing: .*apt-get install libgtk-3-0/],
    ['all is well', /^$/],
  ])('explains %j', (stderr, sentence) => {
    if (typeof sentence === 'string') expect(explainFailure(undefined, stderr)).toBe(sentence);
    else expect(explainFailure(undefined, stderr)).toMatch(sentence);
  });
  it('explains the error of a spawn', () => {
    expect(explainFailure({ code: 'ENOENT' }, '')).toContain('not there');
    expect(explainFailure({ code: 'EACCES' }, '')).toContain('RTC_CLOSE_SHIM_CACHE');
  });
});

describe('timedOut', () => {
  it('leaves out what healthy browsers say too', () => {
    const { message } = timedOut({ browser: 'b', asked: true, stderr: '[1:1:ERROR:dbus/bus.cc:405] Failed\nDevTools listening on ws://x\nreal trouble\n' }, 1000);
    expect(message).toMatch(/its last lines:\n {2}\| real trouble$/);
  });
});

describe('launchArguments', () => {
  it('opens the URL in the profile, headless', () => {
    expect(launchArguments('chromium', '/p', 'http://localhost:1/')).toEqual(expect.arrayContaining(['--headless', '--user-data-dir=/p', '--disable-features=WebRtcHideLocalIpsWithMdns']));
    expect(launchArguments('chromium', '/p', 'http://localhost:1/').at(-1)).toBe('http://localhost:1/');
    expect(launchArguments('firefox', '/p', 'http://localhost:1/')).toEqual(['--headless', '--no-remote', '--profile', '/p', 'http://localhost:1/']);
  });
  it('lets Firefox connect over loopback', () => {
    expect(firefoxUserJs()).toContain('user_pref("media.peerconnection.ice.loopback", true);\n');
    expect(firefoxUserJs().trim().split('\n').every((line) => /^user_pref\("[\w.-]+", .+\);$/.test(line))).toBe(true);
  });
});
