import { element } from './element.mjs';

/** @type {{ sign: import('./element.mjs').Child, says: string }[]} */
const SIGNS = [
  { sign: element('rect', { class: 'span bad', x: 0, y: 2, width: 26, height: 16 }), says: 'reads something other than closed' },
  { sign: element('rect', { class: 'span good', x: 0, y: 2, width: 26, height: 16 }), says: 'reads closed (a track: ended)' },
  { sign: element('path', { class: 'mark stray', d: 'M13 2l8 8l-8 8l-8 -8z' }), says: 'an event that should not be' },
  { sign: numbered('owed'), says: 'an event that should be; of channels, in which order' },
  { sign: numbered('out-of-turn'), says: 'should be, but out of order' },
  { sign: element('circle', { class: 'missing', cx: 13, cy: 10, r: 7 }), says: 'should be, and never came' },
  { sign: element('rect', { class: 'span call', x: 0, y: 2, width: 26, height: 16 }), says: 'close() has not returned yet' },
];

/**
 * What the signs of the timelines mean.
 * @returns {import('./element.mjs').Piece}
 */
export function legend() {
  return element('ul', { class: 'legend' }, SIGNS.map(({ sign, says }) =>
    element('li', {}, element('svg', { width: 26, height: 20, viewBox: '0 0 26 20', 'aria-hidden': 'true' }, sign), ` ${says}`)));
}

/** @param {string} judgement */
function numbered(judgement) {
  return [element('circle', { class: `mark ${judgement}`, cx: 13, cy: 10, r: 8 }), element('text', { class: 'turn', x: 13, y: 13.5, 'text-anchor': 'middle' }, '1')];
}
