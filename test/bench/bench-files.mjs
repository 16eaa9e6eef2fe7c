import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { benchTable } from './bench-table.mjs';
import { closePicture } from './close-picture.mjs';

/** @typedef {import('./measure-browser.mjs').Result} Result */

/**
 * Writes `bench.json`, `bench.md` and `bench.svg` of a run into a folder, which is made if need be.
 * @param {string} folder ends with a slash
 * @param {readonly Result[]} results
 * @returns {Promise<string[]>} the paths of the files
 */
export function writeBench(folder, results) {
  return writeAll(folder, { 'bench.json': jsonOf(results), ...drawn(results) });
}

/**
 * Keeps each browser's result in a file of its own, and makes table and picture of all that are kept.
 * @param {string} folder ends with a slash
 * @param {readonly Result[]} results
 * @returns {Promise<string[]>} the paths of the files
 */
export async function saveBench(folder, results) {
  const files = await writeAll(folder, Object.fromEntries(results.map((result) => [`${result.browser.name}.json`, jsonOf(result)])));
  return [...files, ...(await writeAll(folder, drawn(await readResults(folder))))];
}

/**
 * The results that are kept in a folder, by name.
 * @param {string} folder ends with a slash
 * @returns {Promise<Result[]>}
 */
export async function readResults(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(folder + name, 'utf8'))));
}

/** @param {readonly Result[]} results */
function drawn(results) {
  const picture = closePicture(results);
  return { 'bench.md': benchTable(results), ...(picture && { 'bench.svg': picture }) };
}

/** @param {unknown} value indented, with the samples of a variant in one line */
function jsonOf(value) {
  return `${JSON.stringify(value, undefined, 2).replace(/\[[\d\s.,e+-]+\]/g, (list) => list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))}\n`;
}

/**
 * @param {string} folder
 * @param {Record<string, string>} texts
 */
async function writeAll(folder, texts) {
  await mkdir(folder, { recursive: true });
  return Promise.all(Object.entries(texts).map(async ([name, text]) => {
    await writeFile(folder + name, text);
    return folder + name;
  }));
}
