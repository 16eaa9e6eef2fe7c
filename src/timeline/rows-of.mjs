/**
 * @typedef {import('./timeline.mjs').Timeline} Timeline
 * @typedef {import('./timeline.mjs').Lane} Lane
 *
 * @typedef {object} Row an object, with its lane in each of the timelines
 * @property {string} name
 * @property {Lane['kind'] | 'call'} kind
 * @property {(Lane | undefined)[]} lanes undefined where a timeline does not have it, or is still to come
 * @property {(number | undefined)[]} took of the call itself: how long it took, in milliseconds
 */

/** The name of the row of the call itself. */
export const CALL = 'close() itself';

/**
 * The rows of a drawing: `close()` itself, and the objects of all timelines in their order.
 * @param {(Timeline | undefined)[]} timelines
 * @returns {Row[]}
 */
export function rowsOf(timelines) {
  /** @type {Row[]} */
  const rows = [{ name: CALL, kind: 'call', lanes: [], took: timelines.map((timeline) => timeline && timeline.took) }];
  timelines.forEach((timeline) => {
    if (!timeline) return;
    timeline.lanes.forEach(({ name, kind }) => {
      if (rows.some((row) => row.name === name)) return;
      const lanes = timelines.map((one) => one && one.lanes.filter((lane) => lane.name === name)[0]);
      const place = rows.reduce((after, row, i) => (row.kind === kind ? i + 1 : after), rows.length);
      rows.splice(place, 0, { name, kind, lanes, took: [] });
    });
  });
  return rows;
}
