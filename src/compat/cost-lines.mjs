import { readdirSync, readFileSync } from 'node:fs';
import { fiveLines } from '../../test/bench/five-lines.mjs';
import { markdownTable } from './markdown-table.mjs';

const RESULTS = new URL('../../test/bench/results/', import.meta.url);

/**
 * What the shim costs a page, as the committed run of `npm run bench` measured it, in five lines of Markdown and a sentence.
 * @returns {string}
 */
export function costLines() {
  /** @type {import('../../test/bench/measure-browser.mjs').Result[]} */
  const results = readdirSync(RESULTS).filter((name) => name.endsWith('.json')).sort().map((name) => JSON.parse(readFileSync(new URL(name, RESULTS), 'utf8')));
  const { head, rows } = fiveLines(results);
  const runs = results.map(({ browser, date, cpus }) => `${browser.name} on ${date}, ${cpus} CPUs`);
  return `${markdownTable(head, rows)}\n\nMedians with their 95 % intervals: ${runs.join('; ')}. [All that was measured](test/bench/results/bench.md).`;
}
