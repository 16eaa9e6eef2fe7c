import { mkdir, writeFile } from 'node:fs/promises';
import { reportPage } from './report-page.mjs';

/**
 * Writes `index.html` and `report.json` into a folder, which is made if need be.
 * @param {string} folder ends with a slash
 * @param {import('./make-report.mjs').Report} report
 * @returns {Promise<string[]>} the paths of the files
 */
export async function writeReport(folder, report) {
  await mkdir(folder, { recursive: true });
  const files = [
    { path: `${folder}index.html`, text: await reportPage(report) },
    { path: `${folder}report.json`, text: `${JSON.stringify(report, undefined, 2)}\n` },
  ];
  await Promise.all(files.map(({ path, text }) => writeFile(path, text)));
  return files.map(({ path }) => path);
}
