/**
 * Features in the order that browser-compat-data's files have: words by the alphabet, those with a capital first.
 * https://github.com/mdn/browser-compat-data/blob/a0a74f9b2e8bf61b989e82cf1da618cc33791c56/scripts/lib/compare-features.js
 * @template T
 * @param {Record<string, T>} features
 * @returns {Record<string, T>}
 */
export function inBcdOrder(features) {
  return Object.fromEntries(Object.entries(features).sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, 'en')));
}

/** @param {string} name */
function rank(name) {
  if (name === '__compat') return 0;
  if (/^[A-Z](\w|-)*$/.test(name)) return 1;
  if (name === 'secure_context_required') return 2;
  if (name === 'worker_support') return 3;
  return /^[a-z](\w|-)*$/.test(name) ? 4 : 5;
}
