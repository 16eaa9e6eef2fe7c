import { fileURLToPath } from 'node:url';
import { readResults } from '../../test/bench/bench-files.mjs';
import { fiveLines } from '../../test/bench/five-lines.mjs';
import { markdownTable } from './markdown-table.mjs';

const RESULTS = fileURLToPath(new URL('../../test/bench/results/', import.meta.url));

/**
 * What the shim costs a page, as the committed run of `npm run bench` measured it, in five lines of Markdown and a sentence.
 * @returns {Promise<string>}
 */
export async function costLines() {
  const results = await readResults(RESULTS);
  const { head, rows } = fiveLines(results);
  const runs = results.map(({ browser, date, cpus }) => `${browser.name} on ${date}, ${cpus} CPUs`);
  return `${markdownTable(head, rows)}\n\nMedians with their 95 % intervals: ${runs.join('; ')}. [All that was measured](test/bench/results/bench.md).`;
}
