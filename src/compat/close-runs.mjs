import { readFileSync } from 'node:fs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {object} SeenClose what was seen of one close() of a connected connection, and of calls after it
 * @property {import('../check').Recording} recording
 * @property {Record<string, string>} calls
 *
 * @typedef {object} CloseRun one browser's: `npm run picture` makes them
 * @property {string} engine
 * @property {string} version
 * @property {string} date
 * @property {SeenClose} native
 * @property {SeenClose} shimmed
 */

/**
 * The runs that the README's picture and its example are made of.
 * @returns {CloseRun[]}
 */
export function closeRuns() {
  return JSON.parse(readFileSync(new URL('../../test/picture/close.json', import.meta.url), 'utf8'));
}

/**
 * @param {readonly CloseRun[]} runs
 * @param {string} engine
 * @returns {CloseRun}
 * @throws where there is none of that engine
 */
export function runOf(runs, engine) {
  const run = runs.find((one) => one.engine === engine);
  if (!run) throw new Error(`test/picture/close.json has no run of ${engine}: npm run picture makes one`);
  return run;
}

/**
 * The browser of a run as the README calls it, such as `Firefox 153`.
 * @param {Pick<CloseRun, 'engine' | 'version'>} run
 */
export function browserOf({ engine, version }) {
  return `${engine.charAt(0).toUpperCase()}${engine.slice(1)} ${majorOf(version)}`;
}
