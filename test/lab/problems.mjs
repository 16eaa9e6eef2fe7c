/** @typedef {import('./run-browsers.mjs').BrowserRun} BrowserRun */

/**
 * Why the command must not end with exit code 0, a line each: what is broken, or was never shown to hold, with the shim.
 * @param {BrowserRun[]} browsers
 * @returns {string[]}
 */
export function problems(browsers) {
  if (!browsers.some(({ runs }) => runs.native ?? runs.shimmed)) return ['no browser could run the suite'];
  return browsers.flatMap((browser) => [...unshown(browser), ...broken(browser)]);
}

/** @param {BrowserRun} browser */
function broken({ name, runs }) {
  const results = runs.shimmed?.checked.results ?? [];
  return results.filter(({ verdict }) => verdict === 'broken').map(({ id, observed }) => `${id} is broken with the shim in ${name}: ${observed[0]}`);
}

/** @param {BrowserRun} browser */
function unshown({ name, runs }) {
  // The shim may be what it did not survive.
  if (!runs.shimmed) return runs.native ? [`${name} ran natively and not with the shim`] : [];
  return Object.entries(runs.shimmed.checked.failures).map(([scene, why]) => `with the shim, ${name} could not set the scene "${scene}": ${why}`);
}
