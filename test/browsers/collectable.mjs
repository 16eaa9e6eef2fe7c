/**
 * A browser that lets its pages collect garbage: by `gc()` in Chromium, by `TestUtils.gc()` in Firefox.
 * @param {import('./find-browsers.mjs').Browser} browser
 * @param {string[]} [chromiumArguments] more of them
 * @returns {import('./find-browsers.mjs').Browser}
 */
export function collectable(browser, chromiumArguments = []) {
  if (browser.engine === 'chromium') return { ...browser, extra: { args: ['--js-flags=--expose-gc', ...chromiumArguments] } };
  return { ...browser, extra: { preferences: { 'dom.testing.testutils.enabled': true } } };
}
