import { element } from './element.mjs';
import { inMs } from './place-marks.mjs';

const COLUMNS = ['ms', 'target', 'event', 'its state', 'by the contract'];

/**
 * A timeline in words, for those who do not see the drawing: what was read, and what fired.
 * @param {string} caption
 * @param {import('./timeline.mjs').Timeline} timeline
 * @returns {import('./element.mjs').Piece[]}
 */
export function eventList(caption, { lanes, marks }) {
  const events = marks.map(({ at, target, type, state, judgement, because }) =>
    [inMs(at), target, type, state, judgement === 'owed' ? 'owed' : `${judgement.replace(/-/g, ' ')}: ${because}`, judgement]);
  lanes.forEach(({ name, missing }) => missing.forEach((type) => events.push(['–', name, type, '', 'owed, and never came', 'stray'])));
  const states = lanes.map(({ name, reads }) => [name, reads.before, reads.atOnce, reads.later, '']);
  return [
    table(`${caption}: what was read`, ['target', 'before', 'at once', 'later'], states),
    table(`${caption}: what fired`, COLUMNS, events),
  ];
}

/**
 * @param {string} caption
 * @param {string[]} columns
 * @param {string[][]} rows each with the class of its last cell besides
 */
function table(caption, columns, rows) {
  return element('table', { class: 'events' },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, columns.map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, rows.map((cells) => {
      const judgement = cells[columns.length];
      return element('tr', {}, cells.slice(0, columns.length).map((cell, i) => element('td', { class: i === columns.length - 1 && judgement }, cell)));
    })));
}
