import { UsageError } from './usage-error.mjs';

/**
 * The whole number that an option was given.
 * @param {string} option such as `--port`
 * @param {string} text
 * @param {number} least
 * @param {number} [most] by default any
 * @returns {number} throws a `UsageError` for what is none, or too small or great
 */
export function readNumber(option, text, least, most = Infinity) {
  const number = Number(text);
  if (/^-?\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageError(`${option} ${text}`, most === Infinity ? `a whole number${least === -Infinity ? '' : `, ${least} or more`}` : `a number from ${least} to ${most}`);
}
