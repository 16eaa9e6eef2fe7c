/**
 * How many clauses hold, of those that can be told about.
 * @param {Pick<import('../check').ClauseResult, 'verdict'>[]} results
 * @returns {{ holds: number, of: number, cannotTell: number }}
 */
export function tally(results) {
  const count = (/** @type {string} */ verdict) => results.filter((result) => result.verdict === verdict).length;
  const cannotTell = count('cannot-tell');
  return { holds: count('holds'), of: results.length - cannotTell, cannotTell };
}
