/**
 * @typedef {{ perItem: number, error: number }} Growth bytes per item, and the standard error of that
 */

/**
 * How fast a heap grew, by least squares; nothing when there are too few readings to tell how sure that is.
 * @param {import('./page/main.mjs').HeapReading[]} readings
 * @returns {Growth | undefined}
 */
export function heapGrowth(readings) {
  const n = readings.length;
  if (n < 4) return undefined;
  const x = mean(readings.map(({ after }) => after));
  const y = mean(readings.map(({ bytes }) => bytes));
  const spread = sum(readings.map(({ after }) => (after - x) ** 2));
  const perItem = sum(readings.map(({ after, bytes }) => (after - x) * (bytes - y))) / spread;
  const missed = sum(readings.map(({ after, bytes }) => (bytes - y - perItem * (after - x)) ** 2));
  return { perItem, error: Math.sqrt(missed / (n - 2) / spread) };
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** @param {number[]} numbers */
const mean = (numbers) => sum(numbers) / numbers.length;
