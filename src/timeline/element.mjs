/**
 * A piece of a page, told and not yet made: a server writes it as markup, a page makes nodes of it (no HTML is parsed, so Trusted Types have nothing to say).
 * @typedef {object} Piece
 * @property {string} tag
 * @property {Record<string, string | number>} attributes
 * @property {(Piece | string)[]} children
 *
 * @typedef {Piece | string | false | undefined | Children} Child what a piece may be given; `false`, `undefined` and '' are nothing
 *
 * @typedef {{ forEach(visit: (child: Child) => void): void }} Children
 */

/**
 * An HTML or SVG element with what is in it.
 * @param {string} tag
 * @param {Record<string, string | number | false | undefined>} attributes `false` and `undefined` ones are left out
 * @param {...Child} children
 * @returns {Piece}
 */
export function element(tag, attributes, ...children) {
  /** @type {Piece} */
  const made = { tag, attributes: {}, children: [] };
  Object.keys(attributes).forEach((name) => {
    const value = attributes[name];
    if (value !== undefined && value !== false) made.attributes[name] = value;
  });
  put(made.children, children);
  return made;
}

/**
 * @param {Piece['children']} into
 * @param {Children} children
 */
function put(into, children) {
  children.forEach((child) => {
    if (!child) return;
    if (typeof child === 'object' && 'forEach' in child) put(into, child);
    else into.push(child);
  });
}
