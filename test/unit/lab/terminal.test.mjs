import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../lab/make-report.mjs';
import { painter } from '../../lab/paint.mjs';
import { nativeBreaks, terminalSummary } from '../../lab/terminal-summary.mjs';
import { terminalTable } from '../../lab/terminal-table.mjs';
import { fakeBrowserRun, fakeRun } from './fake-runs.mjs';

const plain = painter({});
const runs = { native: fakeRun(['broken', 'holds', 'cannot-tell']), shimmed: fakeRun(['holds', 'holds', 'cannot-tell']) };
const browsers = ['chromium-156', 'firefox-153', 'chromium-138'].map((name) => fakeBrowserRun(name, runs));
const report = makeReport('1.0.0', browsers, []);

describe('painter', () => {
  it('paints on terminals alone', () => {
    expect(painter({ isTTY: true }, {})('red', 'x')).toBe('\u001b[31mx\u001b[39m');
    expect(painter({ isTTY: true }, { NO_COLOR: '1' })('red', 'x')).toBe('x');
    expect(painter({}, {})('red', 'x')).toBe('x');
  });
});

describe('terminalTable', () => {
  it('has a row for each clause and a pair of columns for each browser', () => {
    const lines = terminalTable(report, plain).split('\n');
    expect(lines.find((line) => line.includes('channels-read-closed'))?.replace(/\s/g, '')).toBe('│channels-read-closed│✗│✓│✗│✓│✗│✓│');
    expect(lines.find((line) => line.includes('stats-stay-available'))?.replace(/\s/g, '')).toBe('│stats-stay-available│–│–│–│–│–│–│');
    expect(lines[1]).toMatch(/chromium-156 .* firefox-153 .* chromium-138/);
  });
  it('fits 100 columns with three browsers and the longest id, and goes on below with more', () => {
    const long = { ...report, clauses: [{ ...report.clauses[0], id: 'received-tracks-fire-nothing-else' }] };
    const wide = /** @type {typeof report} */ ({ ...long, browsers: [...browsers, fakeBrowserRun('edge-155', runs)] });
    const text = terminalTable(wide, plain);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(text.match(/edge-155/g)).toHaveLength(1);
    expect(text.match(/received-tracks-fire-nothing-else/g)).toHaveLength(2);
  });
  it('is the same with colours', () => {
    expect(stripVTControlCharacters(terminalTable(report, painter({ isTTY: true }, {})))).toBe(terminalTable(report, plain));
  });
  it('says where there was no run, and is not there without any', () => {
    const half = makeReport('1.0.0', [fakeBrowserRun('a-1', { native: runs.native }), fakeBrowserRun('b-2', {})], []);
    expect(terminalTable(half, plain)).toContain('no run');
    expect(terminalTable(half, plain)).not.toContain('b-2');
    expect(terminalTable(makeReport('1.0.0', [], []), plain)).toBe('');
  });
});

describe('terminalSummary', () => {
  it('tells the first of each native break once for browsers that share it', () => {
    expect(nativeBreaks(report)).toEqual(['channels-read-closed  chromium-156, firefox-153, chromium-138: channel first.send() returns undefined']);
  });
  it('names what ran, what could not, and what to install', () => {
    const failure = { mode: /** @type {const} */ ('native'), reason: /** @type {const} */ ('crashed'), message: 'c-3 crashed', install: 'another c' };
    const missing = [{ name: 'firefox', reason: 'none is here', install: 'apt-get install firefox-esr' }];
    const text = terminalSummary(makeReport('1.0.0', [fakeBrowserRun('a-1', runs), { ...fakeBrowserRun('c-3', {}), failures: [failure] }], missing), plain);
    expect(text).toContain('a-1  1.2.3, installed on this system');
    expect(text).toContain('c-3 crashed\n    to install: another c');
    expect(text).toContain('firefox: none is here\n    to install: apt-get install firefox-esr');
    expect(text).not.toContain('Wrong');
  });
});
