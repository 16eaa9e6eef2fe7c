import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { addUp, toFindings } from '../../../src/measurement/findings.mjs';
import { differences, findingsOf, toMeasurement } from '../../matrix/measurement.mjs';
import { measurementName, measurementText, readMeasurements, writeMeasurement } from '../../matrix/measurement-files.mjs';
import { normaliseObservations } from '../../../src/measurement/normalise-observation.mjs';
import { SUITE_VERSION } from '../../matrix/suite-version.mjs';
import { shortfalls } from '../../matrix/shortfalls.mjs';

const build = /** @type {import('../../matrix/measurement.mjs').Build} */ ({ name: 'chromium@64', engine: 'chromium', version: '64.0.3264.0', host: 'headless-shell', package: 'a@1.0.0', integrity: '' });
const broken = (/** @type {string[]} */ ...observed) => ({ verdict: /** @type {const} */ ('broken'), observed });
const holds = { verdict: /** @type {const} */ ('holds') };
const cannotTell = { verdict: /** @type {const} */ ('cannot-tell') };

describe('normaliseObservations', () => {
  it('drops scenes and single names, and what is then said twice', () => {
    expect(normaliseObservations([
      'channel first.readyState reads "open" (connected, inside onmessage)',
      'channel negotiated.readyState reads "open" (connected)',
      'channel first (connecting) fires close 0 times (never connected)',
      'channels fire close in another order than they were met (connected)',
    ])).toEqual(['channel (connecting) fires close 0 times', 'channel.readyState reads "open"', 'channels fire close in another order than they were met']);
  });
  it('says one event a line, whatever their order was', () => {
    const a = normaliseObservations(['connection fires iceconnectionstatechange, signalingstatechange (connected)', 'connection fires signalingstatechange, iceconnectionstatechange (gathering)']);
    expect(a).toEqual(['connection fires iceconnectionstatechange', 'connection fires signalingstatechange']);
  });
  it.each([
    ['dtls transport of sender 0.state reads "new" (connected)', 'dtls transport.state reads "new"'],
    ['ice transport.state reads "checking" (connecting)', 'ice transport.state reads "checking"'],
    ['transceiver 1.mid reads "null" (connected)', 'transceiver.mid reads "null"'],
    ['received track video fires mute (connected)', 'received track fires mute'],
    ['addIceCandidate() throws TypeError (connected)', 'addIceCandidate() throws TypeError'],
    ['channel received.send() returns undefined (connected)', 'channel.send() returns undefined'],
  ])('shortens %j', (long, short) => expect(normaliseObservations([long])).toEqual([short]));
});

describe('addUp', () => {
  it('keeps what was once seen, in any order of the runs, and that it was not seen each time', () => {
    const runs = [{ a: broken('x'), b: holds, c: cannotTell }, { a: broken('y', 'x'), b: broken('z'), c: holds }];
    const sum = { a: broken('x', 'y'), b: { ...broken('z'), sometimes: true }, c: holds };
    expect(addUp(runs)).toEqual(sum);
    expect(addUp(runs.reverse())).toEqual(sum);
    expect(addUp([sum, ...runs])).toEqual(sum);
  });
});

describe('toMeasurement', () => {
  const native = toFindings([{ id: 'send-is-refused', verdict: 'broken', observed: ['channel first.send() returns undefined (connected)'] }]);
  const shimmed = toFindings([{ id: 'send-is-refused', verdict: 'holds', observed: [] }]);
  const measurement = toMeasurement(build, 'Linux x86_64', { native, shimmed });

  it('holds nothing that changes from run to run or machine to machine', () => {
    expect(measurement).toEqual({
      engine: 'chromium', version: '64.0.3264.0', platform: 'Linux x86_64', build: 'npm:a@1.0.0', suite: expect.any(Number),
      clauses: { 'send-is-refused': { native: broken('channel.send() returns undefined'), shimmed: holds } },
    });
  });
  it('says of which suite a package of Debian is', () => {
    const packaged = /** @type {import('../../matrix/measurement.mjs').Build} */ ({ ...build, host: 'unpacked', package: 'chromium@120.0-1', suite: 'bullseye', program: '' });
    expect(toMeasurement(packaged, 'Linux x86_64', { native, shimmed }).build).toBe('debian:bullseye/chromium@120.0-1');
  });
  it('gives its halves back', () => expect(findingsOf(measurement, 'shimmed')).toEqual(shimmed));
});

describe('differences', () => {
  const of = (/** @type {import('../../matrix/measurement.mjs').Finding} */ native) => toMeasurement(build, 'Linux', { native: { a: native, b: holds }, shimmed: { a: holds, b: holds } });
  it('names the clauses, wherever either measurement is from', () => {
    expect(differences({ ...of(holds), platform: 'Win32', build: 'remote' }, of(holds))).toEqual([]);
    expect(differences(of(holds), of(broken('x')))).toEqual(['a']);
  });
  it('names all where none is known, or one of another suite', () => {
    expect(differences(undefined, of(holds))).toEqual(['a', 'b']);
    expect(differences({ ...of(holds), suite: 0 }, of(holds))).toEqual(['a', 'b']);
  });
});

describe('shortfalls', () => {
  const of = (/** @type {import('../../matrix/measurement.mjs').Finding} */ shimmed) => shortfalls(toMeasurement(build, '', { native: {}, shimmed: { a: shimmed } }));
  it('has none where a clause holds or the engine lacks the member', () => expect([of(holds), of(cannotTell)]).toEqual([[], []]));
  it('has the broken and those that could not be looked at', () => {
    expect(of(broken('x'))).toEqual(['a is broken: x']);
    expect(of({ ...cannotTell, observed: ['connected: Error: y'] })).toEqual(['a can not be told: connected: Error: y']);
  });
});

describe('measurement files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'measurements-'));
  afterEach(() => readdirSync(folder).forEach((name) => rmSync(join(folder, name))));
  const of = (/** @type {string} */ version) => toMeasurement({ ...build, version }, '', { native: { a: holds }, shimmed: { a: holds } });

  it('are written whole, once, and left alone when nothing changed', () => {
    expect(writeMeasurement(of('64.0.1.0'), folder)).toBe(true);
    expect(writeMeasurement(of('64.0.1.0'), folder)).toBe(false);
    expect(readdirSync(folder)).toEqual(['chromium-64.0.1.0.json']);
  });
  it('are read oldest version first', () => {
    for (const version of ['100.0.1.0', '64.0.10.0', '64.0.9.0']) writeMeasurement(of(version), folder);
    expect(readMeasurements(folder).map(({ version }) => version)).toEqual(['64.0.9.0', '64.0.10.0', '100.0.1.0']);
  });
  it('do not count while they are being written', () => {
    writeFileSync(join(folder, 'chromium-64.0.1.0.json.1.part'), '{');
    expect(readMeasurements(folder)).toEqual([]);
  });
  it('name themselves when they are broken', () => {
    writeFileSync(join(folder, 'chromium-1.json'), '{');
    expect(() => readMeasurements(folder)).toThrow(/chromium-1\.json is no measurement: .*npm run matrix/);
  });
});

describe('the committed measurements', () => {
  const folder = new URL('../../matrix/measurements/', import.meta.url);

  it('are as the matrix writes them', () => {
    for (const one of readMeasurements()) {
      expect(readFileSync(new URL(measurementName(one), folder), 'utf8')).toBe(measurementText(one));
      for (const { observed = [] } of Object.values(one.clauses).flatMap(({ native, shimmed }) => [native, shimmed])) {
        expect(observed).toEqual(normaliseObservations(observed.map((text) => `${text} (scene)`)));
      }
    }
  });
  it('are all of the suite that is here', () => {
    expect(readMeasurements().filter(({ suite }) => suite !== SUITE_VERSION).map(measurementName)).toEqual([]);
  });
});
