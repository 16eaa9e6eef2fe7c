/**
 * How a timeline deviates from the contract, in a few words.
 * @param {import('./timeline.mjs').Timeline} timeline
 * @returns {string}
 */
export function deviations({ lanes, marks }) {
  const count = (/** @type {string} */ judgement) => marks.filter((mark) => mark.judgement === judgement).length;
  const open = lanes.filter(({ kind, reads }) => !/tracks$/.test(kind) && reads.atOnce !== 'closed').length;
  const missing = lanes.reduce((sum, lane) => sum + lane.missing.length, 0);
  const parts = [
    open > 0 && `${open} not closed at once`,
    count('stray') > 0 && `${count('stray')} stray ${count('stray') === 1 ? 'event' : 'events'}`,
    count('out-of-turn') > 0 && `${count('out-of-turn')} out of turn`,
    missing > 0 && `${missing} missing`,
  ];
  return parts.filter((part) => part).join(', ') || 'all closed at once, only what is owed';
}
