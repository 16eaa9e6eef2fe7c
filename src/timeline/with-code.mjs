import { element } from './element.mjs';

/**
 * A clause's sentence, in which backticks enclose code.
 * @param {string} text
 * @returns {import('./element.mjs').Child[]}
 */
export function withCode(text) {
  return text.split('`').map((part, i) => (i % 2 ? element('code', {}, part) : part));
}
