import { engineNames } from './engine-names.mjs';
import { majorOf } from './versions.mjs';

/** @typedef {import('./measured-runs.mjs').Measurement} Measurement */

// As many versions as are listed rather than counted.
const FEW = 8;

/**
 * The versions of measured builds, once each, in the builds' order.
 * @param {readonly Measurement[]} measurements
 * @returns {number[]}
 */
export function majorsOf(measurements) {
  return [...new Set(measurements.map(({ version }) => majorOf(version)))];
}

/**
 * Versions in words: all of them, or the ends where they are many.
 * @param {number[]} majors
 * @returns {string}
 */
export function inShort(majors) {
  if (majors.length > FEW) return `${majors[0]} to ${majors.at(-1)} in ${majors.length} versions`;
  return majors.join(', ').replace(/, (?=\d+$)/, ' and ');
}

/**
 * The versions of measured builds, engine by engine.
 * @param {readonly Measurement[]} measurements
 * @param {(majors: number[]) => string} inWords
 * @returns {string}
 */
export function listed(measurements, inWords) {
  const engines = [...new Set(measurements.map(({ engine }) => engine))];
  return engines.map((engine) => `${engineNames[engine]} ${inWords(majorsOf(measurements.filter((one) => one.engine === engine)))}`).join('; ');
}
