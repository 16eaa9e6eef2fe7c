import { createHash } from 'node:crypto';

/**
 * The subresource integrity of a script, as the `integrity` attribute has it.
 * @param {string} code
 * @returns {string}
 */
export function integrityOf(code) {
  return `sha384-${createHash('sha384').update(code).digest('base64')}`;
}
