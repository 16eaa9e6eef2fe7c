import { counted } from './counted.mjs';

/**
 * How a timeline deviates from the contract, in plain words.
 * @param {import('./timeline.mjs').Timeline} timeline
 * @returns {string}
 */
export function deviations({ lanes, marks }) {
  const count = (/** @type {string} */ judgement) => marks.filter((mark) => mark.judgement === judgement).length;
  const open = lanes.filter(({ kind, reads }) => !/tracks$/.test(kind) && reads.atOnce !== 'closed').length;
  const missing = lanes.reduce((sum, lane) => sum + lane.missing.length, 0);
  const parts = [
    open > 0 && `${counted(open, 'object')} ${open === 1 ? 'does' : 'do'} not read closed yet`,
    count('stray') > 0 && `${counted(count('stray'), 'event')} that should not be`,
    count('out-of-turn') > 0 && `${counted(count('out-of-turn'), 'event')} out of order`,
    missing > 0 && `${counted(missing, 'event')} that never ${missing === 1 ? 'comes' : 'come'}`,
  ];
  return parts.filter((part) => part).join(', ') || 'everything reads closed at once, and nothing fires but what should';
}
