/**
 * @typedef {import('../../matrix/measurement.mjs').Measurement} Measurement
 * @typedef {import('../../matrix/measurement.mjs').Finding} Finding
 */

/** What a clause can natively come to, by a letter. */
const FINDINGS = /** @type {Record<string, Finding>} */ ({
  h: { verdict: 'holds' },
  b: { verdict: 'broken', observed: ['it is wrong'] },
  c: { verdict: 'broken', observed: ['it is wrong in another way'] },
  s: { verdict: 'broken', observed: ['it is wrong'], sometimes: true },
  a: { verdict: 'cannot-tell' },
  u: { verdict: 'cannot-tell', observed: ['connected: Error: no connection'] },
});

/**
 * Measurements of one clause, from words such as `64h 67b`: a major or a full version, and what it natively came to.
 * @param {string} words
 * @param {{ clause?: string, engine?: Measurement['engine'] }} options
 * @returns {Measurement[]}
 */
export function fakeMeasurements(words, { clause = 'send-is-refused', engine = 'chromium' } = {}) {
  return words.split(' ').map((word) => ({
    engine,
    version: word.includes('.') ? word.slice(0, -1) : `${word.slice(0, -1)}.0.1.0`,
    platform: 'Linux x86_64',
    build: 'npm:fake@1.0.0',
    suite: 1,
    clauses: { [clause]: { native: found(word), shimmed: { verdict: 'holds' } } },
  }));
}

/** @param {string} word */
function found(word) {
  const finding = FINDINGS[word.slice(-1)];
  if (!finding) throw new Error(`${word} ends in none of ${Object.keys(FINDINGS).join(', ')}`);
  return finding;
}
