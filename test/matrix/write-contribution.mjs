import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeContribution } from '../../src/measurement/contribution.mjs';
import { measurementName } from './measurement-files.mjs';
import { SUITE_VERSION } from './suite-version.mjs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/**
 * Writes what was seen in a browser as the file that the playground offers a visitor.
 * @param {Pick<Parameters<typeof makeContribution>[0], 'browser' | 'runs'>} seen
 * @param {string} folder
 * @returns {string} its path
 */
export function writeContribution(seen, folder) {
  const contribution = makeContribution({ ...seen, suite: SUITE_VERSION, shim: version, date: new Date().toISOString() });
  const path = join(folder, `rtc-close-shim-${measurementName(contribution)}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${JSON.stringify(contribution, null, 2)}\n`);
  return path;
}
