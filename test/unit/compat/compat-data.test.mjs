import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compatData } from '../../../src/compat/compat-data.mjs';
import { ofOneSuite } from '../../../src/compat/generate.mjs';
import { openMdn } from '../../../src/compat/mdn.mjs';
import { validate } from '../../../src/compat/validate.mjs';
import { fakeMeasurements } from './fake-measurements.mjs';

const cited = JSON.parse(readFileSync(new URL('../../../src/compat/cited.json', import.meta.url), 'utf8'));
const clauses = { 'send-is-refused': '`send()` throws' };
const chromium = fakeMeasurements('64b 84b 85c 115h 156h');
const firefox = fakeMeasurements('153h', { engine: 'firefox' });
const sources = () => ({ mdn: openMdn(), measurements: [...chromium, ...firefox], cited, clauses, suite: 1 });
const between = (/** @type {string} */ versions) => `${versions} between measured builds: not measured`;
const clause = (/** @type {ReturnType<typeof compatData>} */ data) => /** @type {any} */ (data.api.RTCPeerConnection.close)['send-is-refused'];

describe('compatData', () => {
  const data = compatData(sources());
  const { __compat: compat, evidence } = clause(data);

  it('fits its schema', () => expect(() => validate(data)).not.toThrow());
  it('comes out the same from the same', () => expect(JSON.stringify(compatData(sources()))).toBe(JSON.stringify(data)));
  it('says what it was made from', () => expect(data.__meta).toMatchObject({ mdn: openMdn().version, builds: 6, measured: { chromium: [64, 84, 85, 115, 156], firefox: [153] }, suite: 1 }));
  it('has a row for every browser of MDN\'s page', () => expect(Object.keys(compat.support)).toEqual(Object.keys(data.api.RTCPeerConnection.close.__compat.support)));

  it('says what was measured in the words of MDN\'s data', () => {
    expect(compat.support.chrome).toEqual([
      { version_added: '≤115', notes: [between('Chromium 116–155')] },
      { version_added: '85', version_removed: '≤115', partial_implementation: true, notes: ['it is wrong in another way'] },
      { version_added: '≤64', version_removed: '85', partial_implementation: true, notes: ['it is wrong', between('Chromium 65–83')] },
    ]);
  });
  it('mirrors by the engine version of releases', () => {
    expect(compat.support.opera[0]).toEqual({ version_added: '≤101', notes: [between('Chromium 116–155')] });
    expect(compat.support.samsunginternet_android[0]).toMatchObject({ version_added: '≤23.0' });
    expect(compat.support.edge.map((/** @type {any} */ one) => [one.version_added, one.version_removed])).toEqual([['≤115', undefined], ['85', '≤115'], ['79', '85'], [null, '79']]);
    expect(compat.support.firefox_android).toEqual([{ version_added: '≤153' }]);
  });
  it('calls nothing of Safari, EdgeHTML and Internet Explorer measured', () => {
    const of = (/** @type {string} */ browser) => evidence.filter((/** @type {any} */ one) => one.browsers.includes(browser)).map((/** @type {any} */ one) => one.status);
    expect([of('safari'), of('safari_ios'), of('webview_ios'), of('ie')]).toEqual([['cited'], ['cited'], ['cited'], ['cited']]);
    expect(of('edge')).toEqual(['mirrored', 'mirrored', 'mirrored', 'cited']);
    for (const one of evidence.filter((/** @type {any} */ entry) => entry.status === 'cited')) expect(one.url).toMatch(/^https:/);
  });
  it('has an entry of evidence for each measured statement', () => {
    expect(evidence.filter((/** @type {any} */ one) => one.browsers.includes('chrome'))).toEqual([
      { browsers: ['chrome'], status: 'measured', version_added: '≤115', builds: '115.0.1.0, 156.0.1.0', count: 2 },
      { browsers: ['chrome'], status: 'measured', version_added: '85', builds: '85.0.1.0', count: 1 },
      { browsers: ['chrome'], status: 'measured', version_added: '≤64', builds: '64.0.1.0, 84.0.1.0', count: 2 },
    ]);
  });
  it('bakes what was measured to be kept, and to be broken', () => {
    expect(data.shim).toEqual({ 'send-is-refused': { chromium: [[115, 115], [156, 156]], firefox: [[153, 153]] } });
    expect(data.broken).toEqual({ 'send-is-refused': { chromium: [[64, 85]] } });
  });
  it('has a race repaired in all engines, also in one that was not seen to lose it', () => {
    const id = 'gathering-state-stays';
    const measurements = [...fakeMeasurements('84b 115h', { clause: id }), ...fakeMeasurements('153h', { clause: id, engine: 'firefox' })];
    const raced = compatData({ ...sources(), clauses: { [id]: 'x' }, measurements });
    expect([raced.shim, raced.broken]).toEqual([{}, { [id]: { chromium: [[84, 84]] } }]);
    const { support } = /** @type {any} */ (raced.api.RTCPeerConnection.close)[id].__compat;
    expect(support.chrome[0]).toMatchObject({ version_added: '≤115', partial_implementation: true });
    expect(support.firefox[0]).toEqual({ version_added: '≤153' });
  });

  it('notes what is wrong in MDN\'s data, and stops when that is mended', () => {
    expect(data.api.RTCPeerConnection.close.__compat.support.firefox?.[1]).toMatchObject({ prefix: 'moz', notes: [expect.stringContaining('mozRTCPeerConnection')] });
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
    const { __compat, evidence } = clause(data);
    return { data, support: __compat.support, evidence: evidence.filter((/** @type {any} */ one) => one.status === 'contributed') };
  };
  const note = 'contributed by a visitor, not measured here';

  it('makes rows of the one version that it was made in, before what is cited', () => {
    const { support, evidence, data } = of(contributed('18.3b', { engine: 'safari' }));
    expect(support.safari).toEqual([{ version_added: '18.3', version_removed: '18.4', partial_implementation: true, notes: ['it is wrong', note] }, expect.objectContaining({ version_added: '11' })]);
    expect(evidence).toEqual([{ browsers: ['safari'], status: 'contributed', version_added: '18.3', builds: '18.3', count: 1 }]);
    expect(data.__meta.contributed).toEqual({ safari: ['18.3'] });
    expect(of([]).data.__meta.contributed).toBe(undefined);
  });
  it('tells the WebKit of a system from another, as each has versions of its own', () => {
    const { support } = of(contributed('17.4h', { engine: 'safari' }, 'iPhone'));
    expect(support.safari_ios[0]).toEqual({ version_added: '17.4', version_removed: '17.5', notes: [note] });
    expect(support.safari).toHaveLength(1);
  });
  it('is mirrored by browsers that are built on the engine', () => {
    const { support, evidence } = of(contributed('140h'));
    expect(support.chrome.slice(1, 3)).not.toContainEqual(expect.objectContaining({ version_added: '140' }));
    expect(support.chrome.at(-1)).toEqual({ version_added: '140', version_removed: '141', notes: [note] });
    expect(support.edge.at(-2)).toMatchObject({ version_added: '140', notes: [note] });
    expect(evidence).toContainEqual(expect.objectContaining({ status: 'contributed', engine: 'chromium' }));
  });
  it('never outvotes a measurement: of a measured version it says nothing, and no repair is left out for it', () => {
    const { support, evidence, data } = of(contributed('115b 156b 84h'));
    expect([support, evidence, data.shim]).toEqual([of([]).support, [], of([]).data.shim]);
    expect(of(contributed('120h 130h 140h')).data.shim).toEqual(of([]).data.shim);
  });
  it('has repaired what was seen broken between two builds that keep it', () => {
    const near = { measurements: [...fakeMeasurements('138h 153h'), ...firefox] };
    expect(of([], near).data.shim['send-is-refused']?.chromium).toEqual([[138, 153]]);
    expect(of(contributed('140b'), near).data.shim['send-is-refused']?.chromium).toEqual([[138, 138], [153, 153]]);
    expect(of(contributed('140h'), near).data.shim['send-is-refused']?.chromium).toEqual([[138, 153]]);
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
    ['a partial statement without notes', (/** @type {any} */ data) => delete clause(data).__compat.support.chrome[1].notes],
    ['a version that is none', (/** @type {any} */ data) => (clause(data).__compat.support.chrome[0].version_added = '<115')],
    ['evidence without builds', (/** @type {any} */ data) => delete clause(data).evidence[0].builds],
    ['a browser that is gone', (/** @type {any} */ data) => delete clause(data).__compat.support.opera],
    ['a range of one end', (/** @type {any} */ data) => data.shim['send-is-refused'].chromium[0].pop()],
  ])('refuses %s', (_what, spoil) => {
    const data = structuredClone(compatData(sources()));
    spoil(data);
    expect(() => validate(data)).toThrow(/would not fit its schema/);
  });
});
