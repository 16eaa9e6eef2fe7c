/**
 * Those of `browsers` that are meant by `names`, each of them a name (`chromium-156`) or its beginning up to a dash (`chromium`), and the names that mean none.
 * @template {{ name: string }} T
 * @param {T[]} browsers
 * @param {string[]} names
 * @returns {{ chosen: T[], unknown: string[] }}
 */
export function chooseBrowsers(browsers, names) {
  const meant = (/** @type {string} */ name) => browsers.filter((browser) => browser.name === name || browser.name.startsWith(`${name}-`));
  const chosen = new Set(names.flatMap(meant));
  return {
    chosen: browsers.filter((browser) => chosen.has(browser)),
    unknown: names.filter((name) => meant(name).length === 0),
  };
}

/**
 * The names in a comma-separated list such as `RTC_CLOSE_SHIM_BROWSERS` holds.
 * @param {string | undefined} list
 * @returns {string[]}
 */
export function browserNames(list) {
  return (list ?? '').split(',').map((name) => name.trim()).filter(Boolean);
}
