const ENTITIES = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' });

/** Markup that `html` made, and so will not escape again. */
export class Markup {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/**
 * A template tag for HTML and SVG: what is put in is escaped, unless `html` made it; pieces are written out, arrays are joined, `undefined` and `false` are nothing.
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 * @returns {Markup}
 */
export function html(strings, ...values) {
  return new Markup(strings.reduce((text, string, i) => text + markupOf(values[i - 1]) + string));
}

/** @typedef {import('../../src/timeline/element.mjs').Piece} Piece */

/**
 * @param {unknown} value
 * @returns {value is Piece}
 */
function isPiece(value) {
  return typeof value === 'object' && value !== null && 'tag' in value;
}

/** @param {Piece} piece none is of a tag that has no end */
function written({ tag, attributes, children }) {
  const inside = Object.entries(attributes).map(([name, value]) => ` ${name}="${markupOf(value)}"`).join('');
  return `<${tag}${inside}>${markupOf(children)}</${tag}>`;
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function markupOf(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(markupOf).join('');
  if (value === undefined || value === false) return '';
  if (isPiece(value)) return written(value);
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
