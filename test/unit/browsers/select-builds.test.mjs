import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../browsers/build-catalogue.mjs';
import { UsageError } from '../../commands/usage-error.mjs';
import { selectBuilds } from '../../browsers/select-builds.mjs';

const catalogue = [
  { name: 'chromium@64', engine: 'chromium', version: '64.0.3264.0' },
  { name: 'chromium@67', engine: 'chromium', version: '67.0.3391.0' },
  { name: 'chromium@80', engine: 'chromium', version: '80.0.3987.0' },
  { name: 'chromium@156', engine: 'chromium', version: '156.0.8078.79' },
  { name: 'chrome@156', engine: 'chromium', version: '156.0.8078.90' },
  { name: 'firefox@153', engine: 'firefox', version: '153.7.0esr' },
];
const names = (/** @type {string[]} */ ...patterns) => selectBuilds(catalogue, patterns).map(({ name }) => name);

describe('selectBuilds', () => {
  it('takes one major', () => expect(names('chromium@64')).toEqual(['chromium@64']));
  it('takes a range, both ends in it', () => expect(names('chromium@64-80')).toEqual(['chromium@64', 'chromium@67', 'chromium@80']));
  it('takes a fuller version', () => expect(names('chromium@67.0.3391')).toEqual(['chromium@67']));
  it('does not take 6 for 64', () => expect(() => names('chromium@6')).toThrow(UsageError));
  it('takes all of an engine', () => expect(names('firefox')).toEqual(['firefox@153']));
  it('takes another brand by its name and by its engine', () => {
    expect(names('chrome@156')).toEqual(['chrome@156']);
    expect(names('chromium@156')).toEqual(['chromium@156', 'chrome@156']);
  });
  it('keeps the order of the catalogue and takes nothing twice', () => {
    expect(names('firefox@153', 'chromium@64-70', 'chromium@67')).toEqual(['chromium@64', 'chromium@67', 'firefox@153']);
  });
  it.each(['', '64', 'chromium@', 'chromium@x', 'chromium@80-64', 'chromium@64-', 'chromium@64.0-70', 'Chromium@64', 'chromium 64'])('refuses %j as no pattern', (pattern) => {
    expect(() => names(pattern)).toThrow(new UsageError(JSON.stringify(pattern), 'an engine, a name such as chromium@64 or a range such as chromium@64-80, of chromium@64, chromium@67, chromium@80, chromium@156, chrome@156, firefox@153'));
  });
  it.each(['chromium@65', 'chromium@90-100', 'opera', 'firefox@33'])('says that %j matches nothing, and what there is', (pattern) => {
    expect(() => names(pattern)).toThrow(new RegExp(`^"${pattern}": expected .* of chromium@64, .*firefox@153$`));
  });
});

describe('buildCatalogue', () => {
  const museum = buildCatalogue([]);
  const browser = (/** @type {string} */ name, /** @type {string} */ version) => /** @type {import('../../browsers/find-browsers.mjs').Browser} */ ({
    name, engine: name.startsWith('firefox') ? 'firefox' : 'chromium', version, executablePath: '/x', env: {}, source: 'system',
  });

  it('has each build once, named by its major', () => {
    expect(new Set(museum.map(({ name }) => name)).size).toBe(museum.length);
    for (const build of museum) {
      expect(build.version).toMatch(build.engine === 'firefox' ? /^\d+\.\d+(\.\d+(esr)?)?$/ : /^\d+\.0\.\d+\.\d+$/);
      const brand = 'host' in build && build.host === 'qtwebengine' ? 'qtwebengine' : build.engine;
      expect(build.name).toBe(`${brand}@${build.version.split('.')[0]}`);
    }
  });
  it('has an npm package with its integrity, or a package of a Debian suite with the program in it', () => {
    for (const build of museum) {
      expect(build).toMatchObject('suite' in build
        ? { host: expect.stringMatching(/^(unpacked|rooted|qtwebengine)$/), package: expect.stringMatching(/^[a-z\d-]+@\d[\w.+~-]+$/), suite: expect.stringMatching(/^[a-z]+$/), program: expect.stringMatching(/^usr\//) }
        : { host: expect.stringMatching(/^(headless-shell|wine|xulrunner)$/), package: expect.stringMatching(/^@?[\w/-]+@\d+\.\d+\.\d+$/), integrity: expect.stringMatching(/^sha512-[\w+/]{86}==$/) });
    }
  });
  it('knows the C library of what runs on this system', () => {
    for (const build of museum) expect('glibc' in build, build.name).toBe('host' in build && build.host === 'unpacked');
  });
  it('reaches back to the prefixed era', () => {
    expect(selectBuilds(museum, ['chromium@1-60', 'firefox@33']).map(({ name }) => name)).toEqual(['chromium@39', 'chromium@45', 'firefox@33']);
  });
  it('adds the browsers that were found in the order of their versions', () => {
    const names = buildCatalogue([browser('firefox-999', '999.7.0esr'), browser('chromium-100', '100.0.1.2')]).map(({ name }) => name);
    expect(names.indexOf('chromium@100')).toBe(names.indexOf('chromium@92') + 1);
    expect(names.at(-1)).toBe('firefox@999');
  });
  it('leaves out a found browser that is a build of the museum', () => {
    expect(buildCatalogue([browser('chromium-138', '138.0.7204.0')])).toHaveLength(museum.length);
  });
  it('keeps names unique when a found browser has the major of another build', () => {
    const names = buildCatalogue([browser('chromium-138', '138.0.7204.99')]).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('chromium@138'))).toEqual(['chromium@138', 'chromium@138-system']);
  });
});
