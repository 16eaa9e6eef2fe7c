import { importTypescript } from './import-typescript.mjs';

const { signs } = await importTypescript(new URL('../shim/choice/engine-signs.ts', import.meta.url));

/**
 * Of the versions in which an engine keeps a clause, those that a realm can be believed to be: a user-agent string may name a wrong one, and what a realm has only tells on
 * which side of a sign it is. So a measured version counts where all that are measured between the same two signs keep the clause.
 * @param {readonly [number, number][]} ranges ascending
 * @param {readonly number[]} measured the engine's measured versions, ascending
 * @param {string} engine
 * @returns {[number, number][]}
 */
export function toldApart(ranges, measured, engine) {
  const bounds = /** @type {number[]} */ (Object.values(signs[engine] ?? {}));
  const side = (/** @type {number} */ version) => bounds.filter((bound) => version >= bound).length;
  const rangeOf = (/** @type {number} */ version) => ranges.findIndex(([from, to]) => version >= from && version <= to);
  const isSure = (/** @type {number} */ version) => measured.every((other) => side(other) !== side(version) || rangeOf(other) >= 0);
  /** @type {[number, number][]} */
  const found = [];
  for (const [i, version] of measured.entries()) {
    if (rangeOf(version) < 0 || !isSure(version)) continue;
    const before = measured[i - 1];
    const last = found.at(-1);
    if (last && before !== undefined && last[1] === before && rangeOf(before) === rangeOf(version)) last[1] = version;
    else found.push([version, version]);
  }
  return found;
}
