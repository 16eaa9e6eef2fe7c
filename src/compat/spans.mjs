/**
 * Those of the measured versions that are so, as text: neighbours among the measured make a span, such as `64–72, 88`.
 * @param {readonly number[]} measured ascending
 * @param {(version: number) => boolean} isSo
 * @returns {string} empty where none is so
 */
export function spans(measured, isSo) {
  const found = /** @type {[number, number][]} */ ([]);
  for (const [i, version] of measured.entries()) {
    if (!isSo(version)) continue;
    const last = found.at(-1);
    if (last && last[1] === measured[i - 1]) last[1] = version;
    else found.push([version, version]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
