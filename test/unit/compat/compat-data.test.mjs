import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compatData } from '../../../src/compat/compat-data.mjs';
import { ofOneSuite } from '../../../src/compat/generate.mjs';
import { openMdn } from '../../../src/compat/mdn.mjs';
import { clausesOf } from '../../../src/compat/read-table.mjs';
import { validate } from '../../../src/compat/validate.mjs';
import { fakeMeasurements } from './fake-measurements.mjs';

const cited = JSON.parse(readFileSync(new URL('../../../src/compat/cited.json', import.meta.url), 'utf8'));
const clauses = { 'send-is-refused': '`send()` throws' };
const chromium = fakeMeasurements('64b 84b 85c 115h 156h');
const firefox = fakeMeasurements('153h', { engine: 'firefox' });
const sources = () => ({ mdn: openMdn(), measurements: [...chromium, ...firefox], cited, clauses, suite: 1, version: '1.2.3' });
const PATH = 'api.RTCPeerConnection.close.send_is_refused';
const clause = (/** @type {ReturnType<typeof compatData>} */ data) => /** @type {any} */ (clausesOf(data)[0]);
const here = (/** @type {string} */ browser) => `\`${browser}\` was not measured: taken from ${/firefox/.test(browser) ? 'Firefox' : 'Chromium'} of the same version.`;

describe('compatData', () => {
  const data = compatData(sources());
  const { compat, evidence, shim, broken } = clause(data);

  it('fits its schema', () => expect(() => validate(data)).not.toThrow());
  it('comes out the same from the same', () => expect(JSON.stringify(compatData(sources()))).toBe(JSON.stringify(data)));
  it('says what it was made from', () => expect(data.__meta).toMatchObject({ version: '1.2.3', mdn: openMdn().version, builds: 6, measured: { chromium: [64, 84, 85, 115, 156], firefox: [153] }, suite: 1 }));
  it('has every browser of MDN\'s page in each row', () => expect(Object.keys(compat.support)).toEqual(Object.keys(data.since)));
  it('names a row as browser-compat-data does, and joins what is beside it by its path', () => {
    expect([Object.keys(data.api.RTCPeerConnection.close), Object.keys(data.clauses)]).toEqual([['send_is_refused'], [PATH]]);
    expect(Object.keys(compat)).toEqual(['description', 'spec_url', 'support', 'status']);
    expect(clause(data)).toMatchObject({ id: 'send-is-refused', sentence: '`send()` throws', members: ['api.RTCDataChannel.send'] });
  });
  it('calls what is this project\'s decision not standard, and says where it is open', () => {
    const [open] = clausesOf(compatData({ ...sources(), clauses: { 'channels-fire-close-once': 'x' }, measurements: [...fakeMeasurements('84b', { clause: 'channels-fire-close-once' }), ...fakeMeasurements('153h', { clause: 'channels-fire-close-once', engine: 'firefox' })] }));
    expect(open?.compat).toMatchObject({ status: { standard_track: false } });
    expect(open?.compat).not.toHaveProperty('spec_url');
    expect(open?.decision).toMatch(/webrtc-pc\/issues\/3085$/);
    expect(compat.status.standard_track).toBe(true);
  });

  it('says what was measured in the words of MDN\'s data', () => {
    expect(compat.support.chrome).toEqual({
      version_added: '115',
      notes: ['Chromium 64 to 85, not all of it in each: it is wrong; it is wrong in another way.', 'Chromium 65 to 83 were not measured.', 'Chromium 116 to 155 were not measured.', 'Chromium 86 to 114 were not measured.'],
    });
  });
  it('mirrors by the engine version of releases, and says of each browser that it was not measured', () => {
    expect(compat.support.opera).toMatchObject({ version_added: '101', notes: expect.arrayContaining([here('opera')]) });
    expect(compat.support.samsunginternet_android).toMatchObject({ version_added: '23.0' });
    expect(compat.support.edge).toMatchObject({ version_added: '115', notes: expect.arrayContaining([here('edge'), expect.stringMatching(/^Edge 15 to 18/)]) });
    expect(compat.support.firefox_android).toEqual({ version_added: '153', notes: ['Older versions than Firefox 153 were not measured.', here('firefox_android')] });
  });
  it('says nothing of versions that are older than a browser\'s engine', () => {
    expect(compat.support.edge.notes.join()).not.toContain('64');
    expect(compat.support.edge.notes[0]).toBe('Chromium 84 and 85, not all of it in each: it is wrong; it is wrong in another way.');
  });
  it('has iOS\'s versions for what is cited of Safari', () => {
    const ended = compatData({ ...sources(), clauses: { 'received-tracks-end': 'x' }, measurements: [...fakeMeasurements('84b', { clause: 'received-tracks-end' }), ...fakeMeasurements('153h', { clause: 'received-tracks-end', engine: 'firefox' })] });
    const { support } = clause(ended).compat;
    expect([support.safari.version_added, support.safari_ios.version_added, support.webview_ios.version_added]).toEqual(['12.1', '12.2', '12.2']);
  });
  it('calls nothing of Safari, EdgeHTML and Internet Explorer measured', () => {
    const of = (/** @type {string} */ browser) => evidence.filter((/** @type {any} */ one) => one.browsers.includes(browser)).map((/** @type {any} */ one) => one.status);
    expect([of('safari'), of('safari_ios'), of('webview_ios'), of('ie')]).toEqual([['cited'], ['cited'], ['cited'], ['cited']]);
    expect(of('edge')).toEqual(['mirrored', 'cited']);
    for (const one of evidence.filter((/** @type {any} */ entry) => entry.status === 'cited')) expect(one.url).toMatch(/^https:/);
  });
  it('has what was seen of each build', () => {
    expect(evidence.filter((/** @type {any} */ one) => one.browsers.includes('chrome'))).toEqual([
      { browsers: ['chrome'], status: 'measured', engine: 'chromium', verdict: 'holds', builds: '115.0.1.0, 156.0.1.0', count: 2 },
      { browsers: ['chrome'], status: 'measured', engine: 'chromium', verdict: 'broken', observed: ['it is wrong in another way'], builds: '85.0.1.0', count: 1 },
      { browsers: ['chrome'], status: 'measured', engine: 'chromium', verdict: 'broken', observed: ['it is wrong'], builds: '64.0.1.0, 84.0.1.0', count: 2 },
    ]);
  });
  it('bakes what was measured to be kept, and to be broken', () => {
    expect([shim, broken]).toEqual([{ chromium: [[115, 115], [156, 156]], firefox: [[153, 153]] }, { chromium: [[64, 85]] }]);
  });
  it('has a race repaired in all engines, also in one that was not seen to lose it', () => {
    const id = 'gathering-state-stays';
    const measurements = [...fakeMeasurements('84b 115h', { clause: id }), ...fakeMeasurements('153h', { clause: id, engine: 'firefox' })];
    const raced = compatData({ ...sources(), clauses: { [id]: 'x' }, measurements });
    expect([clause(raced).shim, clause(raced).broken]).toEqual([undefined, { chromium: [[84, 84]] }]);
    const { support } = clause(raced).compat;
    expect(support.chrome).toMatchObject({ version_added: '115', partial_implementation: true });
    expect(support.firefox).not.toHaveProperty('partial_implementation');
  });

  it('notes what is wrong in MDN\'s data, and stops when that is mended', () => {
    expect(data.since.firefox?.[1]).toMatchObject({ prefix: 'moz', notes: [expect.stringContaining('mozRTCPeerConnection')] });
    const mended = { ...cited, corrections: [{ ...cited.corrections[0], prefix: 'ms' }] };
    expect(() => compatData({ ...sources(), cited: mended })).toThrow(/take the correction out/);
  });
  it('stops where nothing is known of a browser', () => {
    expect(() => compatData({ ...sources(), measurements: chromium })).toThrow('nothing is known of send-is-refused in firefox: measure its engine (npm run matrix) or cite a row');
    expect(() => compatData({ ...sources(), cited: { ...cited, rows: [] } })).toThrow(/nothing is known of send-is-refused in ie/);
  });
  it('stops at a clause without a source', () => expect(() => compatData({ ...sources(), clauses: { 'new-clause': 'x' } })).toThrow(/clause new-clause has no entry in src\/compat\/clause-sources\.mjs/));
});

describe('what visitors contributed', () => {
  const contributed = (/** @type {string} */ words, /** @type {Parameters<typeof fakeMeasurements>[1]} */ options = {}, platform = 'MacIntel') => fakeMeasurements(words, options).map((one) => ({ ...one, build: 'contributed', platform }));
  const of = (/** @type {ReturnType<typeof contributed>} */ visitors, /** @type {Partial<ReturnType<typeof sources>>} */ more = {}) => {
    const data = compatData({ ...sources(), contributed: visitors, ...more });
    validate(data);
    const { compat, evidence, shim } = clause(data);
    return { data, shim, support: compat.support, evidence: evidence.filter((/** @type {any} */ one) => one.status === 'contributed') };
  };
  const note = 'contributed by a visitor, not measured here.';

  it('makes the row where nobody measured, and what is cited stays in its notes', () => {
    const { support, evidence, data } = of(contributed('18.3b 26.1h', { engine: 'safari' }));
    expect(support.safari).toEqual({
      version_added: '26.1',
      notes: ['Safari 18.3: it is wrong.', 'Safari 19 to 25 were not measured.', `Safari 18.3: it is wrong; ${note}`, `Safari 26.1: kept; ${note}`, expect.stringMatching(/^The state of a data channel changes in a task/)],
    });
    expect(evidence).toEqual([
      { browsers: ['safari'], status: 'contributed', engine: 'safari', verdict: 'holds', builds: '26.1', count: 1 },
      { browsers: ['safari'], status: 'contributed', engine: 'safari', verdict: 'broken', observed: ['it is wrong'], builds: '18.3', count: 1 },
    ]);
    expect(data.__meta.contributed).toEqual({ safari: ['18.3', '26.1'] });
    expect(of([]).data.__meta.contributed).toBe(undefined);
  });
  it('tells the WebKit of a system from another, as each has versions of its own', () => {
    const { support } = of(contributed('17.4h', { engine: 'safari' }, 'iPhone'));
    expect(support.safari_ios).toMatchObject({ version_added: '17.4', notes: expect.arrayContaining(['Older versions than Safari 17.4 were not measured.', `Safari 17.4: kept; ${note}`]) });
    expect(support.safari).toMatchObject({ version_added: false });
  });
  it('is a note where the engine was measured, and where browsers are built on it', () => {
    const { support, evidence } = of(contributed('140h'));
    for (const browser of ['chrome', 'edge']) expect(support[browser]).toMatchObject({ version_added: '115', notes: expect.arrayContaining([`Chromium 140: kept; ${note}`]) });
    expect(evidence).toEqual([expect.objectContaining({ browsers: ['chrome'], engine: 'chromium', builds: '140.0.1.0' })]);
  });
  it('never outvotes a measurement: of a measured version it says nothing, and no repair is left out for it', () => {
    const { support, evidence, shim } = of(contributed('115b 156b 84h'));
    expect([support, evidence, shim]).toEqual([of([]).support, [], of([]).shim]);
    expect(of(contributed('120h 130h 140h')).shim).toEqual(of([]).shim);
  });
  it('has repaired what was seen broken between two builds that keep it', () => {
    const near = { measurements: [...fakeMeasurements('138h 153h'), ...firefox] };
    expect(of([], near).shim.chromium).toEqual([[138, 153]]);
    expect(of(contributed('140b'), near).shim.chromium).toEqual([[138, 138], [153, 153]]);
    expect(of(contributed('140h'), near).shim.chromium).toEqual([[138, 153]]);
  });
});

describe('ofOneSuite', () => {
  it('names the measurements of another suite', () => {
    const [old] = fakeMeasurements('64b');
    expect(ofOneSuite([])).toEqual([]);
    expect(() => ofOneSuite([/** @type {any} */ ({ ...old, suite: -1 })])).toThrow(/: chromium-64\.0\.1\.0\.json; run npm run matrix again/);
  });
});

describe('validate', () => {
  it.each([
    ['a partial statement without notes', (/** @type {any} */ data) => (clause(data).compat.support.firefox = { version_added: '9', partial_implementation: true })],
    ['a list of one statement', (/** @type {any} */ data) => (clause(data).compat.support.firefox = [clause(data).compat.support.firefox])],
    ['a version that is none', (/** @type {any} */ data) => (clause(data).compat.support.chrome.version_added = '<115')],
    ['a version that is not known', (/** @type {any} */ data) => (clause(data).compat.support.chrome.version_added = null)],
    ['what is no feature in the tree', (/** @type {any} */ data) => (data.api.RTCPeerConnection.close.send_is_refused.evidence = [])],
    ['evidence without builds', (/** @type {any} */ data) => delete data.clauses[PATH].evidence[0].builds],
    ['a browser that is gone', (/** @type {any} */ data) => delete clause(data).compat.support.opera],
    ['a range of one end', (/** @type {any} */ data) => clause(data).shim.chromium[0].pop()],
  ])('refuses %s', (_what, spoil) => {
    const data = structuredClone(compatData(sources()));
    spoil(data);
    expect(() => validate(data)).toThrow(/would not fit its schema/);
  });
});
