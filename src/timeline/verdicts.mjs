/**
 * The sign and the word of each verdict on a clause.
 * @type {Record<import('../check').ClauseResult['verdict'] | 'no-run', { sign: string, word: string }>}
 */
export const VERDICTS = {
  holds: { sign: '✓', word: 'holds' },
  broken: { sign: '✗', word: 'broken' },
  'cannot-tell': { sign: '–', word: 'cannot tell' },
  'no-run': { sign: '·', word: 'no run' },
};
