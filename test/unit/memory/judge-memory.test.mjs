import { expect, test } from 'vitest';
import { heapGrowth } from '../../memory/heap-growth.mjs';
import { judgeMemory } from '../../memory/judge-memory.mjs';
import { fakeReport } from './fake-reports.mjs';

/** @param {Parameters<typeof fakeReport>[0]} shimmed @param {Parameters<typeof fakeReport>[0]} native */
const broken = (shimmed, native = {}) => judgeMemory(fakeReport(native), fakeReport({ shimmed: true, ...shimmed })).filter(({ ok }) => !ok).map(({ text }) => text);

test('as many alive as natively, and a heap that grows as natively, is well', () => {
  expect(broken({})).toEqual([]);
  expect(broken({ left: 40 }, { left: 40 })).toEqual([]);
});

test('more alive than natively is not', () => {
  expect(broken({ left: 40 })).toEqual(['connections, all closed: 40 of 1000 × channel alive, natively 0']);
});

test('counts that were still changing are no proof', () => {
  expect(broken({ settled: false })[0]).toMatch(/all closed: counts were still changing$/);
});

test('a browser that collects nothing is no proof, however alike the counts are', () => {
  expect(broken({ sentinel: 5 }, { sentinel: 5 })).toContain('native: plain event targets are collected (5 of 5 left), living connections are not (2 of 2)');
});

test('a heap that grows by an object with each connection is not well', () => {
  expect(broken({ bytesEach: 60 }).join()).toMatch(/connections: the heap grew by 60\.0 ± 0\.\d bytes each, natively 1\.0/);
});

test('the growth of a heap is told with its error, and not from too few readings', () => {
  const exact = heapGrowth([1, 2, 3, 4].map((after) => ({ after, bytes: 10 + 7 * after })));
  expect(exact?.perItem).toBeCloseTo(7);
  expect(exact?.error).toBeCloseTo(0);
  expect(heapGrowth([{ after: 1, bytes: 1 }])).toBeUndefined();
});
