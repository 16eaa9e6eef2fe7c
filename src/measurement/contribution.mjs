import { checksum } from './checksum.mjs';
import { engineOf } from './engine-of.mjs';
import { addUp, joined } from './findings.mjs';

/**
 * @typedef {import('./findings.mjs').Findings} Findings
 * @typedef {{ brand: string, version: string }[]} Brands
 *
 * @typedef {object} Browser how a browser names itself
 * @property {string} userAgent
 * @property {string} platform
 * @property {boolean} isSecure whether the page was a secure context: others are told no client hints
 * @property {Brands} [brands] of its client hints (UA-CH)
 * @property {Brands} [fullVersions]
 * @property {string} [system] the platform of its client hints
 *
 * @typedef {object} ContributedRun
 * @property {Findings} native
 * @property {Findings} shimmed
 * @property {object} [neverWorse] what the suite of that name found, as it gives it
 *
 * @typedef {object} Contribution a measurement in the matrix's format, with what it was made of
 * @property {string} format
 * @property {import('./engine-of.mjs').Identity['engine']} engine
 * @property {string} version
 * @property {string} platform
 * @property {'contributed'} build
 * @property {number} suite
 * @property {ReturnType<typeof joined>} clauses
 * @property {string} date
 * @property {string} shim the version of the shim
 * @property {Browser} browser
 * @property {ContributedRun[]} runs
 * @property {string} checksum
 */

/** What a file of this kind begins with. It is raised when its shape changes. */
export const FORMAT = 'rtc-close-shim contribution 1';

/** How often the suite is run: engines have behaviours that show only sometimes. */
export const RUNS = 3;

/**
 * A contribution of what was seen in a browser.
 * @param {{ browser: Browser, runs: ContributedRun[], suite: number, shim: string, date: string }} seen
 * @returns {Contribution}
 * @throws where the browser's engine is none that is measured
 */
export function makeContribution({ browser, runs, suite, shim, date }) {
  const { engine, version } = identify(browser);
  const half = (/** @type {'native' | 'shimmed'} */ mode) => addUp(runs.map((run) => run[mode]));
  /** @type {Omit<Contribution, 'checksum'>} */
  const contribution = { format: FORMAT, engine, version, platform: browser.platform, build: 'contributed', suite, clauses: joined(half('native'), half('shimmed')), date, shim, browser, runs };
  return Object.defineProperty(/** @type {Contribution} */ (contribution), 'checksum', { value: checksumOf(contribution), enumerable: true });
}

/**
 * What the checksum of a contribution has to be.
 * @param {object} contribution with or without one
 * @returns {string}
 */
export function checksumOf(contribution) {
  return checksum(JSON.stringify(contribution, (key, /** @type {unknown} */ value) => (key === 'checksum' ? undefined : value)));
}

/**
 * The engine of a browser: all of its version where the client hints have it, else what the user agent tells.
 * @param {Browser} browser
 */
export function identify({ userAgent, fullVersions }) {
  const told = engineOf(userAgent);
  if (!told) throw new Error('its engine is none that is measured (' + userAgent + ')');
  const full = (fullVersions || []).filter(({ brand }) => brand === 'Chromium')[0];
  return told.engine === 'chromium' && full ? { engine: told.engine, version: full.version } : told;
}
