import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCompatArguments } from '../../../src/compat/compat-arguments.mjs';
import { openMdn } from '../../../src/compat/mdn.mjs';
import { behaviours } from '../../../src/compat/upstream/behaviours.mjs';
import { rowOf } from '../../../src/compat/upstream/row.mjs';
import { TEXT, writeUpstream } from '../../../src/compat/upstream/write-upstream.mjs';
import { readMeasurements } from '../../matrix/measurement-files.mjs';
import { fakeMeasurements } from '../compat/fake-measurements.mjs';
import { inheritanceProblems, linkProblems, rules, styled } from './rules.mjs';
import { walk } from './walk.mjs';

const FILES = ['api/RTCDataChannel.json', 'api/RTCPeerConnection.json', 'api/RTCRtpTransceiver.json'];
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const sources = { measurements: readMeasurements(), mdn: openMdn() };
const schema = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(new URL('./source-schema.json', import.meta.url), 'utf8')));
const specIds = JSON.parse(readFileSync(new URL('../spec-ids.json', import.meta.url), 'utf8'));

/** @type {string} */
let place;
beforeAll(() => (place = mkdtempSync(join(tmpdir(), 'rtc-close-shim-upstream-'))));
afterAll(() => rmSync(place, { recursive: true }));

/** @param {string} name */
const folder = (name) => join(place, name);
/** @param {...string} path */
const read = (...path) => readFileSync(join(...path), 'utf8');

describe('the patch for browser-compat-data', { timeout: 30_000 }, () => {
  beforeAll(() => void writeUpstream(folder('new'), sources));

  it('has the files of the interfaces, with these rows alone', () => {
    const rows = FILES.flatMap((file) => [...walk(JSON.parse(read(folder('new'), file)))].map(({ path }) => path));
    expect(rows.sort()).toEqual(behaviours.map(({ path }) => path).sort());
  });
  it.each(FILES)('%s fits the schema, the style and the forms of links', (file) => {
    const text = read(folder('new'), file);
    const data = JSON.parse(text);
    expect(schema(data), JSON.stringify(schema.errors)).toBe(true);
    expect(text).toBe(`${styled(data)}\n`);
    expect(linkProblems(text)).toEqual([]);
    expect(Object.keys(data.api)).toEqual([file.slice(4, -5)]);
  });
  it.each(Object.keys(rules))('passes the linter %s', (name) => {
    const found = behaviours.flatMap(({ path, ...behaviour }) => rules[name]?.(/** @type {any} */ (rowOf({ path, ...behaviour }, sources.measurements, sources.mdn)), path).map((problem) => `${path}: ${problem}`) ?? []);
    expect(found).toEqual([]);
  });
  it('goes below rows that are there, and contradicts none', () => {
    const api = structuredClone(/** @type {any} */ (bcd.api));
    for (const behaviour of behaviours) {
      const keys = behaviour.path.split('.').slice(1);
      const name = /** @type {string} */ (keys.pop());
      const parent = keys.reduce((part, key) => part[key], api);
      expect(parent, behaviour.path).toHaveProperty('__compat');
      expect(parent, behaviour.path).not.toHaveProperty(name);
      parent[name] = { __compat: rowOf(behaviour, sources.measurements, sources.mdn) };
    }
    const tree = { api: Object.fromEntries(['RTCDataChannel', 'RTCPeerConnection', 'RTCRtpTransceiver'].map((name) => [name, api[name]])) };
    expect(inheritanceProblems(tree).filter((problem) => behaviours.some(({ path }) => problem.startsWith(`${path} `)))).toEqual([]);
  });
  it('links to places of the specification that are there', () => {
    for (const { spec_url = '' } of behaviours.filter((one) => one.spec_url)) expect(specIds[spec_url.split('#')[0] ?? '']?.ids, spec_url).toContain(spec_url.split('#')[1]);
  });
  it('says in its text what was tested, in each measured build, and how', () => {
    const text = read(folder('new'), TEXT);
    for (const { path, test } of behaviours) expect(text.split('##### ').find((part) => part.startsWith(`\`${path}\``))).toContain(test);
    expect(text).toContain(`Tested in ${sources.measurements.length} real builds`);
    expect(text).toMatch(/\| Firefox \| [^|]*\b153\.[^|]*\| Is `"closed"` in a later task\. \|/);
  });
});

describe('a row of it', () => {
  const [close] = behaviours;
  const of = (/** @type {string} */ words, /** @type {{ observed: string[] }} */ { observed }) => {
    const builds = structuredClone(fakeMeasurements(words, { clause: close?.clause }));
    for (const { clauses } of builds) for (const { native } of Object.values(clauses)) if (native.verdict === 'broken') native.observed = observed;
    return rowOf(/** @type {import('../../../src/compat/upstream/behaviours.mjs').Behaviour} */ (close), [...builds, ...fakeMeasurements('153h', { clause: close?.clause, engine: 'firefox' })], sources.mdn).support.chrome;
  };

  it('is of what it is about alone: what else is wrong in the clause does not count', () => {
    expect(of('64b 65h', { observed: ['channels fire close in another order than they were met'] })).toEqual({ version_added: '≤64' });
    expect(of('64b 65h', { observed: ['channel (open) fires close 0 times'] })).toEqual({ version_added: '65' });
  });
  it('is partial where it is there in part', () => {
    expect(of('64b 65h', { observed: ['channel (connecting) fires close 0 times'] })).toEqual([
      { version_added: '65' },
      { version_added: '≤64', version_removed: '65', partial_implementation: true, notes: 'Not fired at channels that never opened.' },
    ]);
  });
});

describe('into a checkout', { timeout: 30_000 }, () => {
  const theirs = { api: { RTCRtpTransceiver: { __compat: { x: 1 }, currentDirection: { __compat: { x: 2 }, zz: { __compat: {} } }, direction: { __compat: { x: 3 } } } } };
  const file = () => join(folder('checkout'), 'api/RTCRtpTransceiver.json');

  it('the rows are put, and all else stays as it is', () => {
    mkdirSync(join(folder('checkout'), 'api'), { recursive: true });
    writeFileSync(file(), `${JSON.stringify(theirs, null, 2)}\n`);
    writeUpstream(folder('checkout'), sources);
    const data = JSON.parse(readFileSync(file(), 'utf8'));
    expect(Object.keys(data.api.RTCRtpTransceiver.currentDirection)).toEqual(['__compat', 'stopped_after_close', 'zz']);
    delete data.api.RTCRtpTransceiver.currentDirection.stopped_after_close;
    expect(JSON.stringify(data)).toBe(JSON.stringify(theirs));
    expect(writeUpstream(folder('checkout'), sources)).toEqual([]);
  });
  it.each(['{}', 'no JSON', '{"api":{"Other":{}}}'])('but not into %s', (text) => {
    mkdirSync(join(folder('other'), 'api'), { recursive: true });
    writeFileSync(join(folder('other'), 'api/RTCDataChannel.json'), text);
    expect(() => writeUpstream(folder('other'), sources)).toThrow(/is no file of browser-compat-data: it has no api\.RTCDataChannel; name a checkout of it, or a new folder/);
  });
});

describe('npm run compat', () => {
  it('-- --upstream FOLDER writes it there', { timeout: 60_000 }, () => {
    const { stdout, status } = spawnSync(process.execPath, ['--no-warnings', 'src/compat/generate.mjs', '--upstream', folder('run')], { cwd: ROOT, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringContaining(`✓ npm run compat: written into ${folder('run')}: ${[...FILES, TEXT].join(', ')} (`)]);
    expect(read(folder('run'), FILES[0] ?? '')).toBe(read(folder('new'), FILES[0] ?? ''));
  });
  it('takes nothing, --check, or --upstream FOLDER', () => {
    expect([[], ['--check'], ['--upstream', 'a']].map(readCompatArguments)).toEqual([{ check: false, help: false }, { check: true, help: false }, { check: false, upstream: 'a', help: false }]);
  });
  it.each([[['--upstream']], [['--upstream', 'a', 'b']], [['--upsteam', 'a']], [['--check', '--upstream', 'a']]])('does not take %j, and says what it takes', (args) => {
    expect(() => readCompatArguments(args)).toThrow(/^\S.*: expected \S/);
  });
});
