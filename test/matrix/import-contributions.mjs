import { readClauses } from '../../src/compat/read-clauses.mjs';
import { contributionProblems } from './contribution-problems.mjs';
import { differences } from './measurement.mjs';
import { CONTRIBUTED, measurementName, readMeasurements, writeMeasurement } from './measurement-files.mjs';
import { readContribution } from './read-contribution.mjs';
import { shortfalls } from './shortfalls.mjs';

/**
 * Checks files that visitors of the playground made, and stores those that stand as contributed; one that does not stops no other.
 * @param {readonly string[]} paths
 * @param {{ say: (line: string) => void, folder?: string, measured?: string }} where to store, and where the measurements are
 * @returns {Promise<string[]>} a sentence for each reason for which a file was refused
 */
export async function importContributions(paths, { say, folder = CONTRIBUTED, measured }) {
  const clauses = Object.keys(await readClauses());
  const measurements = readMeasurements(measured);
  return paths.flatMap((path) => {
    try {
      const contribution = readContribution(path);
      const problems = contributionProblems(contribution, clauses, measurements);
      if (problems.length) return problems.map((problem) => `${path} was refused: ${problem}`);
      return store(path, contribution, { say, folder, measurements });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return [`${path} was refused: ${error.message}`];
    }
  });
}

/**
 * @param {string} path
 * @param {import('../../src/measurement/contribution.mjs').Contribution} contribution
 * @param {{ say: (line: string) => void, folder: string, measurements: import('./measurement.mjs').Measurement[] }} where
 */
function store(path, { engine, version, platform, build, suite, clauses }, { say, folder, measurements }) {
  const measurement = { engine, version, platform, build, suite, clauses };
  const known = readMeasurements(folder).find((one) => one.engine === engine && one.version === version && one.suite === suite);
  const others = known ? differences(known, measurement) : [];
  if (others.length) return [`${path} was refused: another contribution of ${engine} ${version} says otherwise about ${others.join(', ')}; measure that build, or take ${measurementName(known ?? measurement)} out if this one is right`];
  const isNew = writeMeasurement(measurement, folder);
  say(`${path}: ${engine} ${version} ${isNew ? 'is stored as contributed' : 'was contributed before, and it says the same'}; npm run compat makes rows of it`);
  const own = measurements.find((one) => one.engine === engine && one.version === version);
  const against = own ? differences(own, measurement) : [];
  if (against.length) say(`  it differs from the measurement of the same build about ${against.join(', ')}: the measurement stands`);
  for (const what of shortfalls(measurement)) say(`  with the shim: ${what}`);
  return [];
}
