import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCatalogue } from '../../browsers/build-catalogue.mjs';
import { runnableBeside, runnableRoot, unpackBeside, unpackRoot } from '../../browsers/debian-program.mjs';
import { fetchBuild } from '../../browsers/fetch-build.mjs';
import { hostMissing } from '../../browsers/host-missing.mjs';
import { launchCommand } from '../../browsers/launch-command.mjs';
import { runPage } from '../../browsers/run-page.mjs';
import { fetched } from './fetched.mjs';

/** @typedef {import('../../browsers/fetch-build.mjs').DebianBuild} DebianBuild */
const builds = /** @type {DebianBuild[]} */ (buildCatalogue([]).filter((build) => 'suite' in build));
const build = /** @type {DebianBuild} */ ({ name: 'firefox@7', engine: 'firefox', version: '7.1', host: 'unpacked', package: 'firefox-esr@7.1-1', suite: 'sarge', program: 'usr/lib/firefox/firefox' });

// Stand-ins: one "downloads" two packages and tells what it was asked for, the other "unpacks" a file named after the package.
const APT_GET = `#!/bin/sh
echo "$@" >>"$STAND_IN/asked"
case "$*" in
  *indextargets*) cat "$STAND_IN/sites" ;;
  *install*)
    for option; do case $option in Dir::Etc::SourceList=*) cp "\${option#*=}" "$STAND_IN/list" ;; Dir::Cache::Archives=*) archives=\${option#*=} ;; esac; done
    [ -e "$STAND_IN/error" ] && { cat "$STAND_IN/error" >&2; exit 100; }
    touch "$archives/libc6_2_amd64.deb" "$archives/firefox-esr_7_amd64.deb" "$archives/lock" ;;
esac
`;
const DPKG_DEB = `#!/bin/sh
mkdir -p "$3/usr/lib/x" "$3/usr/lib64" "$3/usr/share/doc" "$3/etc" && touch "$3/usr/lib/x/$(basename "$2")" "$3/usr/share/doc/x"
`;

/** @type {string} */
let folder;
const { PATH } = process.env;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'debian-'));
  writeFileSync(join(folder, 'sites'), 'http://archive.invalid/debian\nhttp://second.invalid/debian\n');
});
afterEach(() => {
  process.env.PATH = PATH;
  delete process.env.STAND_IN;
  rmSync(folder, { recursive: true });
});

/** @returns {Promise<typeof import('../../browsers/from-debian.mjs') & typeof import('../../browsers/debian-archive.mjs')>} both with nothing known yet, and the stand-ins on the PATH */
async function withStandIns() {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'apt-get'), APT_GET, { mode: 0o755 });
  writeFileSync(join(bin, 'dpkg-deb'), DPKG_DEB, { mode: 0o755 });
  Object.assign(process.env, { PATH: `${bin}${delimiter}${PATH}`, STAND_IN: folder });
  vi.resetModules();
  return { ...(await import('../../browsers/from-debian.mjs')), ...(await import('../../browsers/debian-archive.mjs')) };
}

describe.skipIf(process.platform === 'win32')('debianArchive', () => {
  it('takes the first that apt has', async () => expect((await withStandIns()).debianArchive()).toBe('http://archive.invalid/debian'));
  it('has none where apt has none', async () => {
    writeFileSync(join(folder, 'sites'), '');
    expect((await withStandIns()).debianArchive()).toBeUndefined();
  });
  it('has none where there is no apt', async () => {
    const { debianArchive } = await withStandIns();
    process.env.PATH = folder;
    expect(debianArchive()).toBeUndefined();
  });
});

describe.skipIf(process.platform === 'win32')('ownRoot', () => {
  /** @param {string} script what `unshare` does */
  const withUnshare = async (script) => {
    writeFileSync(join(folder, 'unshare'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    process.env.PATH = `${folder}${delimiter}${PATH}`;
    vi.resetModules();
    return (await import('../../browsers/own-root.mjs')).ownRoot();
  };
  it('is had at once by root', async () => expect(await withUnshare('exit 0')).toEqual({ flags: ['--mount'] }));
  it('is had by a user who may be root in a namespace', async () => {
    expect(await withUnshare('[ "$1" = --map-root-user ]')).toEqual({ flags: ['--map-root-user', '--mount'] });
  });
  it('says why there is none', async () => {
    expect(await withUnshare('echo "unshare: unshare failed: Operation not permitted" >&2; exit 1')).toEqual({ reason: 'unshare: unshare failed: Operation not permitted' });
  });
});

describe.skipIf(process.platform === 'win32')('fromDebian', () => {
  const to = () => join(folder, 'to');
  beforeEach(() => mkdirSync(to()));

  it('asks for that version in that suite alone, and all it depends on', async () => {
    const steps = vi.fn();
    await (await withStandIns()).fromDebian({ ...build, with: 'python3-pages' }, to(), steps);
    expect(steps.mock.calls).toEqual([['download'], ['unpack']]);
    expect(readFileSync(join(folder, 'list'), 'utf8')).toMatch(/^deb (\[signed-by=\S+\] )?http:\/\/archive\.invalid\/debian sarge main\n$/);
    const [, update, install] = readFileSync(join(folder, 'asked'), 'utf8').split('\n');
    expect(update).toMatch(/ update$/);
    expect(install).toMatch(/ --download-only install firefox-esr=7\.1-1 python3-pages$/);
    // Of this machine's package lists and packages nothing is read, and to its folders nothing written.
    for (const name of ['Dir::State', 'Dir::State::Lists', 'Dir::State::Status', 'Dir::Cache', 'Dir::Cache::Archives', 'Dir::Etc::SourceList']) expect(install).toContain(` ${name}=${to()}/`);
  });
  it('leaves out the C library of what runs on this system, and what is for people', async () => {
    const files = await (await withStandIns()).fromDebian(build, to(), () => {});
    expect(readdirSync(join(files, 'usr/lib/x'))).toEqual(['firefox-esr_7_amd64.deb']);
    expect(readdirSync(join(files, 'usr/share'))).toEqual([]);
  });
  it('keeps the C library of what has a root of its own, with the links of a merged system', async () => {
    const files = await (await withStandIns()).fromDebian({ ...build, host: 'rooted' }, to(), () => {});
    expect(readdirSync(join(files, 'usr/lib/x'))).toEqual(['firefox-esr_7_amd64.deb', 'libc6_2_amd64.deb']);
    expect([readlinkSync(join(files, 'lib')), readlinkSync(join(files, 'lib64')), existsSync(join(files, 'bin'))]).toEqual(['usr/lib', 'usr/lib64', false]);
  });
  it('says that the suite has moved on', async () => {
    const { fromDebian } = await withStandIns();
    writeFileSync(join(folder, 'error'), "E: Version '7.1-1' for 'firefox-esr' was not found\n");
    await expect(fromDebian(build, to(), () => {})).rejects.toThrow(/^apt could not download firefox-esr@7\.1-1 of sarge: E: Version .* was not found; the suite has another version by now: put that into museum\.json$/);
  });
  it('says what apt said', async () => {
    const { fromDebian } = await withStandIns();
    writeFileSync(join(folder, 'error'), 'E: no network\n');
    await expect(fromDebian(build, to(), () => {})).rejects.toThrow(/^apt could not download firefox-esr@7\.1-1 of sarge: E: no network$/);
  });
});

describe('hostMissing', () => {
  const machine = { platform: /** @type {const} */ ('linux'), arch: 'x64', env: { PATH: '/bin' }, exists: () => true, glibc: '2.36', archive: () => 'http://archive.invalid', root: () => ({ flags: [] }) };
  const rooted = { ...build, host: /** @type {const} */ ('rooted') };

  it('has nothing to say where all is there', () => {
    for (const one of [build, rooted, ...builds]) expect(hostMissing(one, machine)).toBeUndefined();
  });
  it('names the programs that fetch and start it', () => {
    expect(hostMissing(rooted, { ...machine, exists: () => false })).toEqual({ reason: 'it needs apt-get, dpkg-deb, unshare', install: 'Debian: apt-get install apt dpkg util-linux' });
    expect(hostMissing(build, { ...machine, exists: () => false })).toEqual({ reason: 'it needs apt-get, dpkg-deb', install: 'Debian: apt-get install apt dpkg' });
  });
  it('needs an archive of Debian to fetch it, and none to start it', () => {
    const ubuntu = { ...machine, archive: () => undefined };
    expect(hostMissing(build, ubuntu)?.reason).toBe("it is a package of Debian sarge, and this machine's apt has no archive of Debian");
    expect(hostMissing({ host: 'unpacked' }, ubuntu)).toBeUndefined();
  });
  it('compares C libraries by number', () => {
    expect(hostMissing({ ...build, glibc: '2.36' }, { ...machine, glibc: '2.4' })?.reason).toBe('it needs the C library 2.36, and this is 2.4');
    expect(hostMissing({ ...build, glibc: '2.4' }, machine)).toBeUndefined();
    expect(hostMissing({ ...build, glibc: '2.36' }, { ...machine, glibc: undefined })?.reason).toBe('it needs the C library 2.36, and this is another one');
  });
  it('says why there is no root of its own, to what needs one', () => {
    const contained = { ...machine, root: () => ({ reason: 'unshare: Operation not permitted' }) };
    const reason = "it needs a file system of its own, which it can't have here (unshare: Operation not permitted)";
    expect(hostMissing(rooted, contained)?.reason).toBe(reason);
    expect(hostMissing({ host: 'qtwebengine' }, contained)?.reason).toBe(reason);
    expect(hostMissing(build, contained)).toBeUndefined();
  });
});

describe.skipIf(process.platform === 'win32')('what is unpacked', () => {
  const files = () => join(folder, 'files');
  const to = () => join(folder, 'to');
  beforeEach(() => {
    mkdirSync(join(files(), 'usr/lib'), { recursive: true });
    mkdirSync(to());
  });

  it('runs beside this system on its own libraries and fonts', async () => {
    await unpackBeside(files(), to());
    const { executablePath, env } = runnableBeside(to(), build);
    expect(executablePath).toBe(join(to(), 'usr/lib/firefox/firefox'));
    expect(env.LD_LIBRARY_PATH?.split(':').slice(0, 2)).toEqual([join(to(), 'usr/lib/firefox'), join(to(), 'usr/lib/x86_64-linux-gnu')]);
    expect(readFileSync(env.FONTCONFIG_FILE ?? '', 'utf8')).toContain('>usr/share/fonts<');
  });
  it('runs in it, where it is a root', async () => {
    await unpackRoot(files(), to());
    expect(readdirSync(to())).toEqual(['dev', 'hosts', 'proc', 'tmp', 'usr']);
    expect(runnableRoot(to(), build)).toEqual({ executablePath: join(to(), 'usr/lib/firefox/firefox'), env: {}, root: to() });
  });
});

describe('launchCommand', () => {
  const browser = /** @type {import('../../browsers/find-browsers.mjs').Browser} */ ({ name: 'x', engine: 'firefox', version: '1', executablePath: '/cache/x/usr/bin/program', root: '/cache/x', env: {}, source: 'museum', host: 'rooted' });
  const inRoot = [expect.stringMatching(/in-root\.sh$/), '/cache/x', '/room', expect.stringMatching(/hosts\/$/), '/usr/bin/program'];

  it('starts Firefox in its root, by its path in there', () => {
    const { file, args, env } = launchCommand(browser, '/room', 'u');
    expect([file, ...args]).toEqual(['unshare', ...args.slice(0, args.indexOf('sh')), 'sh', ...inRoot, '--headless', '--no-remote', '--profile', '/room/profile', 'u']);
    expect(env).toHaveProperty('MOZ_CRASHREPORTER_SHUTDOWN');
  });
  it('starts the host of QtWebEngine in its root, on no display', () => {
    const { args, env } = launchCommand({ ...browser, engine: 'chromium', host: 'qtwebengine' }, '/room', 'u');
    expect(args.slice(args.indexOf('sh') + 1)).toEqual([...inRoot, '/hosts/qt-page.py', '/room/profile', 'u', ...args.slice(args.indexOf('u') + 1)]);
    expect(args).toContain('--use-fake-device-for-media-stream');
    expect(args.join(' ')).not.toMatch(/--headless|--remote-debugging-port/);
    expect(env.QT_QPA_PLATFORM).toBe('offscreen');
  });
});

// Only where they were fetched already: a test downloads nothing.
const here = builds.filter((one) => !hostMissing(one) && fetched(one));

describe.skipIf(here.length === 0)('the builds of Debian', () => {
  const { TMPDIR } = process.env;
  afterEach(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  });

  it.each(here)('$name opens a page, and leaves nothing', { timeout: 60_000 }, async (one) => {
    const browser = await fetchBuild(one);
    process.env.TMPDIR = folder;
    const html = '<!doctype html><script src="/report.js"></script><script>report([navigator.userAgent, typeof RTCPeerConnection])</script>';
    const [userAgent, type] = /** @type {[string, string]} */ (await runPage(browser, { html }));
    expect(userAgent).toContain(`/${one.version.split('.')[0]}.`);
    expect(type).toBe('function');
    expect(readdirSync(folder)).toEqual(['sites']);
    expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain('rtc-close-shim');
  });
});
