import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { checksumOf } from '../../src/measurement/contribution.mjs';

/** @typedef {import('../../src/measurement/contribution.mjs').Contribution} Contribution */

const SCHEMA = JSON.parse(readFileSync(new URL('./contribution-schema.json', import.meta.url), 'utf8'));
// As many places as are named: a file of another kind fits nowhere.
const MOST = 3;
const AGAIN = 'contribute once more in the playground, and hand in the file as it was downloaded';

/**
 * Reads a file that the playground offered.
 * @param {string} path
 * @returns {Contribution}
 * @throws {TypeError} that says what is wrong with the file, and what to do
 */
export function readContribution(path) {
  const contribution = parsed(textOf(path));
  const check = new Ajv({ allErrors: true }).compile(SCHEMA);
  if (!check(contribution)) {
    const places = [...new Set((check.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'the file'} ${message}`))];
    const more = places.length > MOST ? `, and ${places.length - MOST} more` : '';
    throw new TypeError(`it is no contribution of the playground: ${places.slice(0, MOST).join('; ')}${more}; ${AGAIN}`);
  }
  const sound = /** @type {Contribution} */ (contribution);
  if (sound.checksum !== checksumOf(sound)) throw new TypeError(`it was changed since it was made (its checksum does not fit); ${AGAIN}`);
  return sound;
}

/** @param {string} path */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new TypeError(`it can not be read: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    const isOpen = text.split('{').length > text.split('}').length;
    const end = isOpen ? ', and ends in the middle: it may have been cut short' : '';
    throw new TypeError(`it is no JSON${end} (${error instanceof Error ? error.message : error}); ${AGAIN}`, { cause: error });
  }
}
