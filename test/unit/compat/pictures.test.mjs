import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countBehaviours, fingerprint } from '../../../src/compat/behaviours.mjs';
import { differences, writeGenerated } from '../../../src/compat/generated-files.mjs';
import { columnGroups } from '../../../src/compat/column-groups.mjs';
import { LETTER, matrixPicture } from '../../../src/compat/matrix-picture.mjs';
import { compatData } from '../../../src/compat/compat-data.mjs';
import { keeping } from '../../../src/compat/keeping.mjs';
import { openMdn } from '../../../src/compat/mdn.mjs';
import { readClauses } from '../../../src/compat/read-clauses.mjs';
import { figure, readmeParts } from '../../../src/compat/readme-parts.mjs';
import { withGeneratedParts } from '../../../src/compat/readme.mjs';
import { readMeasurements } from '../../matrix/measurement-files.mjs';
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

describe('columnGroups', () => {
  const labels = (/** @type {string} */ words, options = {}) => columnGroups(fakeMeasurements(words, options), ['send-is-refused']).map(({ label, unmeasured }) => `${label} after ${unmeasured}`);

  it('are of neighbours that are alike', () => expect(labels('64h 67h 70b 75b 76h')).toEqual(['64–67 after 0', '70–75 after 2', '76 after 0']));
  it('end where many versions between were not measured', () => expect(labels('64h 82h')).toEqual(['64 after 0', '82 after 17']));
  it('join no two engines', () => {
    const both = [...fakeMeasurements('153h'), ...fakeMeasurements('153h', { engine: 'firefox' })];
    expect(columnGroups(both, ['send-is-refused']).map(({ engine }) => engine)).toEqual(['chromium', 'firefox']);
  });
});

describe('matrixPicture', () => {
  const sentence = '`send()` throws <InvalidStateError>';
  const svg = matrixPicture({ 'send-is-refused': sentence }, measurements);
  const paths = (/** @type {string} */ text, /** @type {string} */ look) => [...text.slice(text.indexOf('<g>')).matchAll(new RegExp(`class="${look}" d="([^"]+)"`, 'g'))].map(([, d = '']) => d.split('z').length - 1);

  it('says in words what it shows', () => {
    expect(svg).toContain('<title id="title">The close contract in 6 browser builds</title>');
    expect(svg).toContain('<g><title>send-is-refused: natively');
    expect(svg).toMatch(/<title>send-is-refused: natively [^<]*broken in [^<]*Chromium [^<]*70/);
    expect(svg).toContain('3 different behaviours natively, 1 with the shim');
  });
  it('has the sentence and no id to be seen', () => {
    expect(svg).toContain('>send() throws &lt;InvalidStateError></text>');
    expect(svg.replace(/<title>[^<]*/g, '')).not.toContain('send-is-refused');
  });
  it('is for dark and light', () => {
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toMatch(/NaN|undefined/);
  });
  it('fills what is broken, and hatches a race and what not every run broke', () => {
    const raced = matrixPicture({ 'gathering-state-stays': 'x' }, fakeMeasurements('83b 84s 85h', { clause: 'gathering-state-stays' }));
    expect(paths(raced, 'broken')).toEqual([1]);
    expect(paths(raced, 'race')).toEqual([1]);
    expect(paths(raced, 'kept')).toEqual([1]);
    expect(raced).toContain('held in each run, but a race decides in Chromium 85');
    expect(raced).toContain('held in some runs, broken in others in Chromium 84');
  });
  it('leaves a gap where versions were not measured, and marks where there are many', () => {
    const gaps = (/** @type {string} */ words) => paths(matrixPicture({ 'send-is-refused': 'x' }, fakeMeasurements(words)), 'kept')[1];
    const dashes = (/** @type {string} */ words) => matrixPicture({ 'send-is-refused': 'x' }, fakeMeasurements(words)).match(/<line class="gap"/g)?.length;
    // With the shim all hold: bars that touch are one.
    expect([gaps('64h 65b'), gaps('64h 66b'), gaps('64h 99b')]).toEqual([1, 2, 2]);
    // One is that of the legend.
    expect([dashes('64h 66b'), dashes('64h 99b')]).toEqual([1, 2]);
  });
  it('says so where a version is there twice', () => {
    const twice = 'two builds of it that differ';
    expect(matrixPicture({ 'send-is-refused': 'x' }, fakeMeasurements('138.0.1.0h 138.0.9.0b'))).toContain(twice);
    expect(matrixPicture({ 'send-is-refused': 'x' }, fakeMeasurements('138h 139b'))).not.toContain(twice);
  });
  it('is small, though it has all that was measured', async () => {
    const all = matrixPicture(await readClauses(), readMeasurements());
    expect(all.length).toBeLessThan(60_000);
    for (const words of Object.values(await readClauses())) expect(all).toContain(`>${words.replaceAll('`', '').split(' ').slice(0, 4).join(' ')}`);
  });
  it('has room for every text', async () => {
    const whole = matrixPicture(await readClauses(), readMeasurements());
    const [, width = ''] = /<svg [^>]*width="(\d+)"/.exec(whole) ?? [];
    const texts = [...whole.matchAll(/<text(?: class="\w+")? x="([\d.]+)" y="[\d.]+">([^<]+)/g)];
    expect(texts.length).toBeGreaterThan(27);
    for (const [, x, text = ''] of texts) expect(Number(x) + text.length * LETTER, text).toBeLessThanOrEqual(Number(width));
    // A version stands on end, in the height of the head.
    for (const [, text = ''] of whole.matchAll(/rotate\(-90\)">([^<]+)/g)) expect(text.length * 7.4, text).toBeLessThanOrEqual(60);
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
