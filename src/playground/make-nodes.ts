import type { Piece } from '../timeline/element.mjs';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of a piece, node by node. */
export function makeNodes({ tag, attributes, children }: Piece, inSvg = false): Element {
  const isSvg = inSvg || tag === 'svg';
  const made = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  Object.keys(attributes).forEach((name) => made.setAttribute(name, String(attributes[name])));
  children.forEach((child) => made.appendChild(typeof child === 'string' ? document.createTextNode(child) : makeNodes(child, isSvg)));
  return made;
}

/** Puts pieces in the place of what an element has in it. */
export function fill(place: Element, pieces: (Piece | string)[]): void {
  while (place.firstChild) place.removeChild(place.firstChild);
  pieces.forEach((piece) => place.appendChild(typeof piece === 'string' ? document.createTextNode(piece) : makeNodes(piece)));
}
