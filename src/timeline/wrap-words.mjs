import { HEADING_CHARACTER } from './layout-for.mjs';

/**
 * A text in lines that fit a width, as SVG breaks none.
 * @param {string} text
 * @param {number} width in pixels
 * @returns {string[]}
 */
export function wrapWords(text, width) {
  const most = Math.floor(width / HEADING_CHARACTER);
  return text.split(' ').reduce((/** @type {string[]} */ lines, word) => {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= most) return lines.slice(0, -1).concat(`${last} ${word}`);
    return lines.concat(word);
  }, []);
}
