const FIXED = /** @type {Record<string, string>} */ ({ 'README.md': 'index.html', LICENSE: 'licence.txt', 'dist/playground.html': 'playground/index.html' });

/**
 * Where a file of the repository is on the site: pages as HTML, by the folder that they are in but for `src`, `test` and `dist`; pictures and data as they are.
 * @param {string} path in the repository, such as `src/docs/limits.md`
 * @returns {string} such as `docs/limits.html`
 */
export function placeOf(path) {
  if (Object.hasOwn(FIXED, path)) return FIXED[path] ?? '';
  const short = path.replace(/^(?:src|test|dist|\.github)\//, '').toLowerCase();
  return short.replace(/(^|\/)readme\.md$/, '$1index.html').replace(/\.md$/, '.html');
}
