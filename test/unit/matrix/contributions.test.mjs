import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readClauses } from '../../../src/compat/read-clauses.mjs';
import { checksum } from '../../../src/measurement/checksum.mjs';
import { checksumOf } from '../../../src/measurement/contribution.mjs';
import { engineOf } from '../../../src/measurement/engine-of.mjs';
import { contributionProblems } from '../../matrix/contribution-problems.mjs';
import { importContributions } from '../../matrix/import-contributions.mjs';
import { readMeasurements } from '../../matrix/measurement-files.mjs';
import { readContribution } from '../../matrix/read-contribution.mjs';
import { SUITE_VERSION } from '../../matrix/suite-version.mjs';
import { writeContribution } from '../../matrix/write-contribution.mjs';
import { CLAUSES, browser, fakeContribution, forged, run } from './fake-contribution.mjs';

const broken = /** @type {const} */ ({ verdict: 'broken', observed: /** @type {string[]} */ (['x']) });
const problems = (/** @type {Parameters<typeof contributionProblems>[0]} */ contribution, /** @type {any[]} */ measurements = []) => contributionProblems(contribution, CLAUSES, measurements);

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'contributions-')); });
afterEach(() => rmSync(folder, { recursive: true }));

/** A file with this text. */
function file(/** @type {string} */ text) {
  const path = join(folder, 'a.json');
  writeFileSync(path, text);
  return path;
}

describe('checksum', () => {
  it('is FNV-1a', () => expect([checksum(''), checksum('a'), checksum('foobar')]).toEqual(['fnv1a-811c9dc5', 'fnv1a-e40c292c', 'fnv1a-bf9cf968']));
});

describe('engineOf', () => {
  const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.8078.79 Safari/537.36 Edg/156.0.0.0', 'chromium 156.0.8078.79'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0', 'firefox 115.0'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:33.1) Gecko/20100101', 'firefox 33.1'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/18.3 Safari/605.1.15`, 'safari 18.3'],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 17_4_1 like Mac OS X) ${apple} CriOS/130.0.6723.37 Mobile/15E148 Safari/604.1`, 'safari 17.4.1'],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${apple} Version/26.1 Mobile/15E148 Safari/604.1`, 'safari 26.1'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763', 'undefined'],
  ])('of %s', (userAgent, expected) => {
    const told = engineOf(userAgent);
    expect(told ? `${told.engine} ${told.version}` : 'undefined').toBe(expected);
  });
});

describe('readContribution', () => {
  const text = JSON.stringify(fakeContribution(), undefined, 2);

  it('reads what the playground offers', () => expect(readContribution(file(text))).toEqual(fakeContribution()));
  it('may have what the never-worse suite found', () => {
    const runs = [run(), run(), run()].map((one) => ({ ...one, neverWorse: { suite: 1, losses: [] } }));
    expect(readContribution(file(JSON.stringify(fakeContribution({ runs }))))).toMatchObject({ runs });
  });
  it.each([
    ['is cut short after a brace', text.slice(0, text.indexOf('}') + 1), /^it is no JSON, and ends in the middle/],
    ['is cut short', text.slice(0, 900), /^it is no JSON, and ends in the middle: it may have been cut short \(.*\); contribute once more in the playground, and hand in the file as it was downloaded$/],
    ['is no JSON', '{ "x" }', /^it is no JSON \(/],
    ['is something else', '{"a": 1}', /^it is no contribution of the playground: the file must have required property 'format'; .*, and \d+ more; contribute once more/],
    ['lost a run', JSON.stringify({ ...fakeContribution(), runs: [run(), run()] }), /: \/runs must NOT have fewer than 3 items; contribute once more/],
    ['has a verdict that is none', text.replace('"holds"', '"fine"'), /\/verdict must be equal to one of the allowed values/],
    ['says broken and not why', text.replaceAll(/,\s*"observed": \[[^\]]*\]/g, ''), /must have required property 'observed'/],
    ['was edited', text.replaceAll('"broken"', '"cannot-tell"'), /^it was changed since it was made \(its checksum does not fit\); contribute once more/],
  ])('refuses a file that %s', (_what, content, message) => {
    const refused = () => readContribution(file(content));
    expect(refused).toThrow(TypeError);
    expect(refused).toThrow(message);
  });
  it('refuses a file that is not there', () => expect(() => readContribution(join(folder, 'none.json'))).toThrow(/^it can not be read: /));
});

describe('contributionProblems', () => {
  it('has none with what the playground makes', () => expect(problems(fakeContribution())).toEqual([]));

  it.each([
    ['an older suite', { suite: SUITE_VERSION - 1 }, /^it was made by version \d+ of the suite, and this is version \d+: contribute again in the playground of the newest version$/],
    ['a newer suite', { suite: SUITE_VERSION + 1 }, /: update this checkout, and import it there$/],
    ['a user agent against the client hints', { browser: { ...browser, userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0' } }, /^its user agent says firefox 153, and its client hints say Chromium 140; what changes how the browser names itself .* turn it off and contribute again$/],
    ['another version in the client hints', { browser: { ...browser, userAgent: browser.userAgent.replace('140', '100') } }, /^its user agent says chromium 100, and its client hints say Chromium 140/],
    ['another version in the full client hints', { browser: { ...browser, fullVersions: [{ brand: 'Chromium', version: '99.0.1.2' }] } }, /^its user agent says chromium 140, and its full client hints say Chromium 99/],
    ['client hints without Chromium', { browser: { ...browser, brands: [{ brand: 'Other', version: '1' }], fullVersions: undefined } }, /^its user agent says chromium 140, and its client hints say Other/],
    ['no client hints where there have to be', { browser: { ...browser, brands: undefined, fullVersions: undefined } }, /^its user agent says Chromium 140, which gives client hints, and there are none/],
    ['another system', { browser: { ...browser, system: 'Android' } }, /^its client hints say Android, and its user agent names another system/],
    ['an engine that is not measured', undefined, /^its user agent names no engine that is measured \("Lynx"\)/],
    ['another version in the file than in the browser', undefined, /^it calls itself firefox 200\.0 on Linux x86_64, and its user agent and client hints say chromium 140\.0\.7339\.80 on/],
    ['a clause that is missing', undefined, /^it says nothing of received-tracks-end: each run has to have each of the 3 clauses; contribute again/],
    ['a clause that is none', undefined, /^it speaks of something-else, which is no clause of the contract/],
    ['clauses that are not what the runs say', undefined, /^its clauses are not what its runs add up to/],
    ['runs that do not agree', { runs: [run(), run(), run({ 'received-tracks-end': broken })] }, /^its 3 runs do not agree about received-tracks-end \(natively: holds, holds, broken\); contribute again, with nothing else running/],
    ['no connection', { runs: Array.from({ length: 3 }, () => { const blind = Object.fromEntries(CLAUSES.map((id) => [id, { verdict: /** @type {const} */ ('cannot-tell'), observed: ['no'] }])); return { native: blind, shimmed: blind }; }) }, /^no connection could be made in it/],
  ])('has %s', (what, seen, message) => {
    const changes = /** @type {Record<string, (contribution: any) => void>} */ ({
      'an engine that is not measured': (one) => { one.browser.userAgent = 'Lynx'; },
      'another version in the file than in the browser': (one) => { [one.engine, one.version] = ['firefox', '200.0']; },
      'a clause that is missing': (one) => { delete one.runs[1].shimmed['received-tracks-end']; },
      'a clause that is none': (one) => { one.clauses['something-else'] = one.clauses['send-is-refused']; },
      'clauses that are not what the runs say': (one) => { one.clauses['send-is-refused'].native = { verdict: 'holds' }; },
    });
    const change = changes[what];
    const found = problems(change ? forged(change) : fakeContribution(seen));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  it('takes no client hints where a page is told none', () => {
    const plain = { userAgent: browser.userAgent, platform: browser.platform };
    expect(problems(fakeContribution({ browser: { ...plain, isSecure: false } }))).toEqual([]);
    expect(problems(fakeContribution({ browser: { ...plain, isSecure: true, userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0' } }))).toEqual([]);
  });
  it('takes runs that differ in a race, or in what the engine was measured to break', () => {
    const differs = (/** @type {string} */ id) => fakeContribution({ runs: [run(), run({ [id]: broken }), run()] });
    expect(problems(differs('gathering-state-stays'))).toEqual([]);
    const measured = (/** @type {string} */ engine) => [{ engine, clauses: { 'received-tracks-end': { native: broken } } }];
    expect(problems(differs('received-tracks-end'), measured('chromium'))).toEqual([]);
    expect(problems(differs('received-tracks-end'), measured('firefox'))).toHaveLength(1);
  });
});

describe('importContributions', () => {
  const lines = /** @type {string[]} */ ([]);
  const where = () => ({ say: (/** @type {string} */ line) => void lines.push(line), folder: join(folder, 'stored'), measured: join(folder, 'measured') });
  /** A contribution with all clauses of the contract. */
  async function whole(/** @type {import('../../../src/measurement/findings.mjs').Findings} */ native = {}) {
    const holds = /** @type {const} */ ({ verdict: 'holds' });
    const all = Object.fromEntries(Object.keys(await readClauses()).map((id) => [id, holds]));
    return fakeContribution({ runs: Array.from({ length: 3 }, () => ({ native: { ...all, ...native }, shimmed: all })) });
  }

  it('stores what stands, as contributed', async () => {
    const contribution = await whole();
    expect(await importContributions([file(JSON.stringify(contribution))], where())).toEqual([]);
    expect(readMeasurements(join(folder, 'stored'))).toEqual([{ engine: 'chromium', version: '140.0.7339.80', platform: 'Linux x86_64', build: 'contributed', suite: SUITE_VERSION, clauses: contribution.clauses }]);
    expect(lines.at(-1)).toMatch(/chromium 140\.0\.7339\.80 is stored as contributed/);
  });
  it('refuses one that says otherwise than the one that is there', async () => {
    await importContributions([file(JSON.stringify(await whole()))], where());
    const other = await whole({ 'sctp-stays': broken });
    expect(await importContributions([file(JSON.stringify(other))], where())).toEqual([expect.stringMatching(/was refused: another contribution of chromium 140\.0\.7339\.80 says otherwise about sctp-stays; measure that build, or take chromium-140\.0\.7339\.80\.json out/)]);
  });
  it('goes on after one that is refused, and stores nothing of it', async () => {
    const good = file(JSON.stringify(await whole()));
    const old = join(folder, 'old.json');
    writeFileSync(old, JSON.stringify({ ...fakeContribution({ suite: 1 }) }));
    const refused = await importContributions([old, join(folder, 'none.json'), good], where());
    expect(refused).toEqual([expect.stringContaining('old.json was refused: it was made by version 1 of the suite'), expect.stringContaining('none.json was refused: it can not be read')]);
    expect(readdirSync(join(folder, 'stored'))).toEqual(['chromium-140.0.7339.80.json']);
  });
  it('does not touch a measurement, and says where it differs from one', async () => {
    const contribution = await whole();
    const { engine, version, platform, suite, clauses } = contribution;
    const { writeMeasurement } = await import('../../matrix/measurement-files.mjs');
    const measurement = { engine, version, platform, build: 'system', suite, clauses: { ...clauses, 'sctp-stays': { native: broken, shimmed: broken } } };
    writeMeasurement(measurement, join(folder, 'measured'));
    expect(await importContributions([file(JSON.stringify(contribution))], where())).toEqual([]);
    expect(lines.at(-1)).toBe('  it differs from the measurement of the same build about sctp-stays: the measurement stands');
    expect(readMeasurements(join(folder, 'measured'))).toEqual([measurement]);
  });
  it('takes what the matrix wrote of browsers that it ran, too', async () => {
    const { browser: naming, runs } = await whole();
    const path = writeContribution({ browser: naming, runs }, join(folder, 'written'));
    expect(basename(path)).toBe('rtc-close-shim-chromium-140.0.7339.80.json');
    expect(await importContributions([path], where())).toEqual([]);
  });
  it('knows its checksum from what is in it, not from how it is written', () => {
    const contribution = fakeContribution();
    expect(checksumOf(JSON.parse(JSON.stringify(contribution, undefined, 4)))).toBe(contribution.checksum);
  });
});
