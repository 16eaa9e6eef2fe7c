const OTHERS = {
  chromium: 'apt-get install chromium (Debian), npx playwright install chromium (anywhere), or Chrome or Edge from their makers',
  firefox: 'apt-get install firefox-esr (Debian), npx playwright install firefox (anywhere), or Firefox from Mozilla',
};

/**
 * What to install when a browser that is here can't be run.
 * @param {Pick<import('../browsers/find-browsers.mjs').Browser, 'engine' | 'source'>} browser
 * @returns {string}
 */
export function adviseInstall({ engine, source }) {
  if (source === 'playwright') return `npx playwright install --with-deps ${engine}`;
  return OTHERS[engine];
}
