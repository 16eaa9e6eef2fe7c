import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countBehaviours, fingerprint } from '../../../src/compat/behaviours.mjs';
import { differences, writeGenerated } from '../../../src/compat/generated-files.mjs';
import { matrixPicture } from '../../../src/compat/matrix-picture.mjs';
import { compatData } from '../../../src/compat/compat-data.mjs';
import { keeping } from '../../../src/compat/keeping.mjs';
import { openMdn } from '../../../src/compat/mdn.mjs';
import { figure, readmeParts } from '../../../src/compat/readme-parts.mjs';
import { withGeneratedParts } from '../../../src/compat/readme.mjs';
import { fakeMeasurements } from './fake-measurements.mjs';

const measurements = [...fakeMeasurements('64b 67b 70c 73h 75a'), ...fakeMeasurements('153b', { engine: 'firefox' })];

describe('countBehaviours', () => {
  it('counts the ways of deviating', () => expect(countBehaviours(measurements)).toEqual({ builds: 6, native: 3, shimmed: 1, keepNatively: 2, keepShimmed: 6 }));
  it('counts no build as keeping the whole of which a race decides, and no two as different that only a race tells apart', () => {
    const raced = (/** @type {string} */ words) => fakeMeasurements(words, { clause: 'gathering-state-stays' });
    expect(countBehaviours(raced('64h'))).toMatchObject({ native: 1, keepNatively: 0, keepShimmed: 1 });
    expect(countBehaviours(raced('64h 67b'))).toMatchObject({ native: 1, keepNatively: 0 });
    expect(countBehaviours(fakeMeasurements('64h 67s'))).toMatchObject({ native: 2, keepNatively: 1 });
  });
  it('does not count a lacking member as a behaviour', () => expect(fingerprint(/** @type {any} */ (measurements[4]), 'native')).toBe(''));
  it('makes a sentence of it', () => {
    expect(figure(measurements)).toBe('In 6 measured builds (Chromium 64, 67, 70, 73 and 75; Firefox 153), 3 different native behaviours of `close()`; with the shim, 1. The whole contract is kept natively in 2 of them, with the shim in all.');
  });
});

describe('keeping', () => {
  const of = (/** @type {string} */ word, /** @type {Parameters<typeof fakeMeasurements>[1]} */ options = {}) =>
    /** @type {const} */ (['native', 'shimmed']).map((mode) => keeping(/** @type {any} */ (fakeMeasurements(word, options)[0]), options?.clause ?? 'send-is-refused', mode));
  const race = { clause: 'gathering-state-stays' };

  it('is what no run broke', () => expect([of('64h'), of('64b'), of('64s'), of('64a')].map(([native]) => native)).toEqual(['kept', 'broken', 'sometimes', 'cannot-tell']));
  it('is not what a race decides in that engine; the shim takes part in none', () => {
    expect(of('64h', race)).toEqual(['mostly', 'kept']);
    expect(of('64h', { ...race, engine: 'firefox' })).toEqual(['kept', 'kept']);
  });
  it('knows the races that were seen', () => {
    for (const clause of ['received-tracks-fire-nothing-else', 'peer-close-channels-fire-closing']) expect(of('156h', { clause })).toEqual(['mostly', 'kept']);
    expect(of('153h', { clause: 'received-tracks-fire-nothing-else', engine: 'firefox' })).toEqual(['mostly', 'kept']);
  });
});

describe('the tables of the README', () => {
  /** The table of clauses for one clause: what it says of Chromium and of Firefox, and all of its text. */
  function tableOf(/** @type {string} */ chromium, /** @type {string} */ firefox, id = 'send-is-refused') {
    const builds = [...fakeMeasurements(chromium, { clause: id }), ...fakeMeasurements(firefox, { clause: id, engine: 'firefox' })];
    /** @type {import('../../../src/compat/clause-feature.mjs').CitedRow[]} */
    const rows = [{ browser: 'safari', clauses: ['*'], statement: { version_added: false, notes: 'not known' }, url: 'https://a.example' }, { browser: 'ie', clauses: ['*'], statement: { version_added: false, notes: 'not there' }, url: 'https://a.example' }];
    const data = compatData({ mdn: openMdn(), measurements: builds, cited: { corrections: [], rows }, clauses: { [id]: 'x' }, suite: 1, version: '1.2.3' });
    const { clauses = '', browsers = '' } = readmeParts(data, builds, openMdn().browserName);
    const [, , ...cells] = clauses.split('\n')[2]?.slice(2, -2).split(' | ') ?? [];
    return { cells, clauses, browsers };
  }

  it.each([
    ['64h 70h 72b 75h', '33h 153h', ['64–70, 75', 'all', 'all']],
    ['64b 70s', '33a 153h', ['sometimes 70', 'all', 'all']],
    ['64b', '33a 153a', ['none', 'not there', 'all']],
    ['138.0.1.0h 138.0.9.0b 156h', '33h 153b', ['156', '33', 'all']],
  ])('say what measured builds do: %s; %s', (chromium, firefox, expected) => expect(tableOf(chromium, firefox).cells).toEqual(expected));

  it('never show a race as kept', () => {
    expect(tableOf('84s 85h 156h', '33h 153h', 'gathering-state-stays').cells).toEqual(['mostly 85–156; sometimes 84', 'all', 'all']);
    expect(tableOf('153h 156h', '33a 153h', 'received-tracks-fire-nothing-else').cells).toEqual(['mostly', 'mostly', 'all']);
  });
  it('count an engine without any sign of it as breaking what the peer does', () => {
    expect(tableOf('64a 84h', '33a 153h', 'peer-close-channels-read-closed').cells).toEqual(['84', '153', 'all that give a sign']);
  });
  it('name each measured version, and say that what lies between was not', () => {
    const { clauses, browsers } = tableOf('64h 156h', '33h 153h');
    expect(clauses).toContain('Measured: Chromium 64, 156; Firefox 33, 153.');
    expect(clauses).toMatch(/What lies between two\nmeasured versions was not measured\./);
    expect(browsers).toContain('| Firefox | 44, 22 (mozRTCPeerConnection) | measured: 33 and 153 |');
    expect(browsers).toMatch(/\| Opera \| .* \| taken from the measured Chromium of the same engine version \|/);
  });
  it('say what visitors contributed, beside what was measured and what is cited', () => {
    const id = 'send-is-refused';
    const builds = [...fakeMeasurements('64h'), ...fakeMeasurements('153h', { engine: 'firefox' })];
    const contributed = [...fakeMeasurements('18.3h', { engine: 'safari' }), ...fakeMeasurements('140.0h', { engine: 'firefox' })];
    /** @type {import('../../../src/compat/clause-feature.mjs').CitedRow[]} */
    const rows = ['safari', 'ie'].map((browser) => ({ browser, clauses: ['*'], statement: { version_added: /** @type {const} */ (false), notes: 'not known' }, url: 'https://a.example' }));
    const data = compatData({ mdn: openMdn(), measurements: builds, contributed, cited: { corrections: [], rows }, clauses: { [id]: 'x' }, suite: 1, version: '1.2.3' });
    const { browsers } = readmeParts(data, builds, openMdn().browserName);
    expect(browsers).toMatch(/\| Safari \| 11 \| cited; contributed by visitors: 18\.3 \|/);
    expect(browsers).toMatch(/\| Firefox \| .* \| measured: 153; contributed by visitors: 140\.0 \|/);
    expect(browsers).toMatch(/\| Safari on iOS \| 11 \| cited \|/);
  });
  it('count the versions where they are many', () => {
    expect(tableOf('64h 65h 66h 67h 68h 69h 70h 71h 72h', '153h').browsers).toMatch(/\| Chrome \| .* \| measured: 64 to 72 in 9 versions \|/);
  });
});

describe('matrixPicture', () => {
  const svg = matrixPicture({ 'send-is-refused': 'x' }, measurements);

  it('says in words what it shows', () => {
    expect(svg).toContain('<title id="title">The close contract in 6 browser builds</title>');
    expect(svg).toContain('<title>send-is-refused in chromium 70.0.1.0: broken natively, holds with the shim</title>');
    expect(svg).toContain('3 different behaviours natively, 1 with the shim');
  });
  it('has two marks a cell, for dark and light', () => {
    expect(svg.match(/<g><title>/g)).toHaveLength(6);
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toMatch(/NaN|undefined/);
  });
  it('hatches a race, and what not every run broke', () => {
    const raced = matrixPicture({ 'gathering-state-stays': 'x' }, fakeMeasurements('85h 84s', { clause: 'gathering-state-stays' }));
    expect(raced).toContain('<title>gathering-state-stays in chromium 85.0.1.0: held in each run, but a race decides natively, holds with the shim</title><rect class="at-times"');
    expect(raced).toContain('held in some runs, broken in others natively, holds with the shim</title><rect class="at-times"');
  });
  it('marks where many versions lie between two builds', () => {
    const wide = matrixPicture({ 'send-is-refused': 'x' }, fakeMeasurements('33h 153h', { engine: 'firefox' }));
    expect(wide).toContain('<title>Firefox 34 to 152: between measured builds, not measured</title><line class="gap"');
    expect(matrixPicture({ 'send-is-refused': 'x' }, fakeMeasurements('64h 70h'))).not.toContain('between measured builds, not');
  });
  it('has room for every text', () => {
    const long = 'peer-close-channels-fire-close-once';
    const whole = matrixPicture({ [long]: 'x' }, fakeMeasurements('64h', { clause: long }));
    const [, width = ''] = /<svg [^>]*width="(\d+)"/.exec(whole) ?? [];
    const texts = [...whole.matchAll(/<text( class="id")? x="([\d.]+)" y="[\d.]+"( text-anchor="end")?>([^<]+)/g)];
    expect(texts.map(([, , , , text]) => text)).toContain(long);
    for (const [, isMonospaced, x, isAtEnd, text = ''] of texts) {
      const wide = text.length * (isMonospaced ? 6.62 : 5.6);
      const from = Number(x) - (isAtEnd ? wide : 0);
      expect(from, text).toBeGreaterThanOrEqual(0);
      expect(from + wide, text).toBeLessThanOrEqual(Number(width));
    }
  });
});

describe('withGeneratedParts', () => {
  const text = 'a\n<!-- generated: figure -->\nold\n<!-- /generated -->\nb\n<!-- generated: clauses -->\n<!-- /generated -->\n';
  it('replaces the parts and nothing else', () => {
    const once = withGeneratedParts(text, { figure: '$1 new', clauses: '| x |' });
    expect(once).toBe('a\n<!-- generated: figure -->\n$1 new\n<!-- /generated -->\nb\n<!-- generated: clauses -->\n| x |\n<!-- /generated -->\n');
    expect(withGeneratedParts(once, { figure: '$1 new', clauses: '| x |' })).toBe(once);
  });
  it('leaves a text without markers alone', () => expect(withGeneratedParts('# x\n', {})).toBe('# x\n'));
  it('names a part that there is not', () => expect(() => withGeneratedParts(text, { figure: '' })).toThrow('"generated: clauses"; there are figure'));
  it('misses an end', () => expect(() => withGeneratedParts('<!-- generated: figure -->\nx\n', { figure: '' })).toThrow(/1 markers "generated: …" and 0/));
});

describe('generated files', () => {
  const root = mkdtempSync(join(tmpdir(), 'generated-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('are written where they changed, and compared', () => {
    const files = { 'a.json': '1\n2\n', 'dist/b.svg': 'x\n' };
    expect(differences(root, files)).toEqual(['a.json is not there', 'dist/b.svg is not there']);
    expect(writeGenerated(root, files)).toEqual(['a.json', 'dist/b.svg']);
    expect(writeGenerated(root, files)).toEqual([]);
    expect(differences(root, files)).toEqual([]);
    expect(differences(root, { ...files, 'a.json': '1\n3\n' })).toEqual(['a.json differs from line 2 on:\n  - 2\n  + 3']);
  });
});
