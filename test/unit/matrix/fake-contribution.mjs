import { checksumOf, makeContribution } from '../../../src/measurement/contribution.mjs';
import { SUITE_VERSION } from '../../matrix/suite-version.mjs';

/** @typedef {import('../../../src/measurement/contribution.mjs').Contribution} Contribution */

export const CLAUSES = ['send-is-refused', 'gathering-state-stays', 'received-tracks-end'];

const CHROMIUM = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** The browser that `fakeContribution` was made in. */
export const browser = {
  userAgent: CHROMIUM,
  platform: 'Linux x86_64',
  isSecure: true,
  brands: [{ brand: 'Chromium', version: '140' }, { brand: 'Not=A?Brand', version: '24' }],
  fullVersions: [{ brand: 'Chromium', version: '140.0.7339.80' }],
  system: 'Linux',
};

/**
 * A contribution as the playground makes it: one clause is broken natively, all hold with the shim.
 * @param {Partial<Parameters<typeof makeContribution>[0]>} [seen]
 * @returns {Contribution}
 */
export function fakeContribution(seen = {}) {
  return makeContribution({ browser, runs: [run(), run(), run()], suite: SUITE_VERSION, shim: '0.1.0', date: '2026-11-27T12:00:00.000Z', ...seen });
}

/**
 * A run; what differs from the others is given.
 * @param {import('../../../src/measurement/findings.mjs').Findings} [native]
 * @returns {Contribution['runs'][number]}
 */
export function run(native = {}) {
  const holds = /** @type {const} */ ({ verdict: 'holds' });
  const all = Object.fromEntries(CLAUSES.map((id) => [id, holds]));
  return { native: { ...all, 'send-is-refused': { verdict: 'broken', observed: ['channel.send() returns undefined'] }, ...native }, shimmed: all };
}

/**
 * A contribution that somebody changed and whose checksum they made fit.
 * @param {(contribution: any) => void} change
 * @returns {Contribution}
 */
export function forged(change) {
  const contribution = JSON.parse(JSON.stringify(fakeContribution()));
  change(contribution);
  contribution.checksum = checksumOf(contribution);
  return contribution;
}
