/**
 * Whether a version is an earlier one than another; "≤79" counts as 79, "preview" as later than any number.
 * @param {string} a
 * @param {string} b
 * @returns {boolean}
 */
export function earlier(a, b) {
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i] ?? 0, right[i] ?? 0];
    if (x !== y) return x < y;
  }
  return false;
}

/**
 * The first number of a version.
 * @param {string} version
 * @returns {number}
 */
export function majorOf(version) {
  return parts(version)[0] ?? 0;
}

/** @param {string} version */
function parts(version) {
  const numbers = version.replace(/^≤/, '').split('.').map((part) => Number.parseInt(part, 10));
  return numbers.some(Number.isNaN) ? [Infinity] : numbers;
}
