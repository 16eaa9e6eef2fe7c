import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** @typedef {import('./measurement.mjs').Measurement} Measurement */

const FOLDER = fileURLToPath(new URL('./measurements/', import.meta.url));

/** Where the measurements are that visitors made: beside those that the matrix made, and never among them. */
export const CONTRIBUTED = fileURLToPath(new URL('./contributed/', import.meta.url));

/**
 * All measurements, oldest version first within an engine.
 * @param {string} folder
 * @returns {Measurement[]}
 */
export function readMeasurements(folder = FOLDER) {
  // Nothing may have been contributed yet.
  if (folder !== FOLDER && !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => read(join(folder, name)))
    .sort((a, b) => a.engine.localeCompare(b.engine, 'en') || a.version.localeCompare(b.version, 'en', { numeric: true }));
}

/**
 * The file name of a build's measurement.
 * @param {{ engine: string, version: string }} build
 * @returns {string}
 */
export function measurementName({ engine, version }) {
  return `${engine}-${version}.json`;
}

/**
 * The text of a measurement's file: the same findings give the same bytes.
 * @param {Measurement} measurement
 * @returns {string}
 */
export function measurementText(measurement) {
  return `${JSON.stringify(measurement, null, 2)}\n`;
}

/**
 * Stores a measurement, whole or not at all; says whether that changed anything.
 * @param {Measurement} measurement
 * @param {string} folder
 * @returns {boolean}
 */
export function writeMeasurement(measurement, folder = FOLDER) {
  const path = join(folder, measurementName(measurement));
  const text = measurementText(measurement);
  mkdirSync(folder, { recursive: true });
  if (textAt(path) === text) return false;
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, text);
  renameSync(part, path);
  return true;
}

/** @param {string} path */
function textAt(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} path
 * @returns {Measurement}
 */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is no measurement: ${error instanceof Error ? error.message : error}; take it out and run npm run matrix again`, { cause: error });
  }
}
