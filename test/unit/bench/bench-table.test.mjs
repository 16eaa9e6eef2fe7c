import { describe, expect, it } from 'vitest';
import { benchTable } from '../../bench/bench-table.mjs';
import { closePicture } from '../../bench/close-picture.mjs';
import { fiveLines } from '../../bench/five-lines.mjs';
import { formatTime } from '../../bench/format.mjs';
import { fakeResult, fakeSamples } from './fake-result.mjs';

const steady = (/** @type {number} */ value) => Array.from({ length: 6 }, () => value);
const result = fakeResult('chromium-1', [
  fakeSamples('load', steady(0.4), steady(4)),
  fakeSamples('close-1', steady(1.3), steady(1.1)),
  fakeSamples('close-1000-unconnected', steady(2)),
  fakeSamples('close-10000-unconnected', steady(20)),
]);

describe('benchTable', () => {
  const table = benchTable([result]);

  it('says browser, version, date, processors, rounds and seed', () => {
    expect(table).toContain('## chromium-1 (1.2.3)');
    expect(table).toContain('2030-01-02, 4 CPUs, rtc-close-shim 1.0.0, webrtc-adapter 9.0.0; 6 rounds, seed 7; a clock of 5.00 µs');
  });
  it('has a ratio with its interval, and of loading a time', () => {
    expect(table).toContain('| close(), 1 live channel | 10 | 6 | 1.00 ms | 1.30 [1.30, 1.30] | 1.10 [1.10, 1.10] | 1.30 [1.30, 1.30] | 1.18 [1.18, 1.18] |');
    expect(table).toMatch(/\| load .* \| 400 µs \[400 µs, 400 µs\] \| 4\.00 ms/);
  });
  it('says of each bound whether it is met', () => {
    expect(table).toContain('| 0.45 × adapter | 0.10 [0.10, 0.10] | met (below) |');
    expect(table).toContain('| close(), 1 live channel | 1.15 × native | 1.30 [1.30, 1.30] | **not met** |');
  });
  it('says how close() grows, and what could not be measured', () => {
    expect(table).toContain('shim 10.0 [10.0, 10.0]');
    expect(benchTable([{ ...result, failures: [{ id: 'read', message: 'Error: no' }] }])).toContain('Not measured: read readyState: Error: no');
  });
});

describe('fiveLines', () => {
  it('say what a user wants to know first, and "–" where it was not measured', () => {
    const all = fakeResult('chromium-1', ['load', 'first-close', 'create-channel', 'messages', 'read', 'close-1000'].map((id) => fakeSamples(id, steady(1.2), steady(2))));
    const { head, rows } = fiveLines([all, result]);
    expect(head).toEqual(['Cost', 'chromium-1 (1.2.3)', 'chromium-1 (1.2.3)']);
    expect(rows.map(([, whole]) => whole)).toEqual([
      '7.0 kB (12.6 kB)',
      '0.60 [0.60, 0.60], n = 6',
      Array(3).fill('1.20 [1.20, 1.20], n = 6').join('; '),
      '1.20 [1.20, 1.20] of 1.00 ms, n = 6',
      '1.20 [1.20, 1.20] of 1.00 ms, n = 6',
    ]);
    expect(rows.map(([, , partly]) => partly)).toEqual(['7.0 kB (12.6 kB)', '0.10 [0.10, 0.10], n = 6', '–', '–', '–']);
  });
  it('stand on top', () => {
    const table = benchTable([result]);
    expect(table.indexOf('| Script tag')).toBeGreaterThan(0);
    expect(table.indexOf('| Script tag')).toBeLessThan(table.indexOf('## chromium-1'));
  });
});

describe('closePicture', () => {
  it('has a mark for each variant and count, and words for those who do not see it', () => {
    const picture = closePicture([result]);
    expect(picture.match(/<g><title>/g)).toHaveLength(9);
    expect(picture).toContain('chromium-1: at the most channels 1.00 ms native, 1.00 ms with webrtc-adapter, 20.0 ms with the shim.');
    expect(picture).toContain('prefers-color-scheme: dark');
    expect(picture).not.toMatch(/NaN|undefined|Infinity/);
  });
  it('is none when no close() was measured', () => {
    expect(closePicture([fakeResult('chromium-1', [fakeSamples('read', steady(1))])])).toBe('');
  });
});

describe('formatTime', () => {
  it.each([[12, '12.0 ms'], [0.00002, '20.0 ns'], [0.123456, '123 µs'], [1500, '1.50 s'], [0, '0.00 ns']])('writes %d ms as %s', (ms, text) => {
    expect(formatTime(ms)).toBe(text);
  });
});
