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
 * A template tag for HTML and SVG: what is put in is escaped, unless `html` made it; arrays are joined, `undefined` and `false` are nothing.
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 * @returns {Markup}
 */
export function html(strings, ...values) {
  return new Markup(strings.reduce((text, string, i) => text + markupOf(values[i - 1]) + string));
}

/**
 * A clause's sentence, in which backticks enclose code.
 * @param {string} text
 * @returns {Markup}
 */
export function withCode(text) {
  return html`${text.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : part))}`;
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function markupOf(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(markupOf).join('');
  if (value === undefined || value === false) return '';
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
