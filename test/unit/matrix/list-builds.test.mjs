import { expect, it } from 'vitest';
import { listBuilds } from '../../matrix/list-builds.mjs';
import { SUITE_VERSION } from '../../matrix/suite-version.mjs';

const holds = /** @type {const} */ ({ verdict: 'holds' });
const broken = { verdict: /** @type {const} */ ('broken'), observed: ['x'] };

/** The line of a build in the list, with the clauses that its measurement has. */
function lineOf(/** @type {import('../../matrix/measurement.mjs').Measurement['clauses']} */ clauses, suite = SUITE_VERSION) {
  const build = /** @type {any} */ ({ name: 'chromium@156', engine: 'chromium', version: '156.0.1.2', browser: { source: 'system' } });
  const measurement = { engine: /** @type {const} */ ('chromium'), version: '156.0.1.2', platform: '', build: 'system', suite, clauses };
  return listBuilds([build, { ...build, version: '157.0.0.0' }], Object.keys(clauses).length ? [measurement] : []).split('\n');
}

it('says of how many clauses it was measured that they are broken', () => {
  const [head = '', line] = lineOf({ a: { native: broken, shimmed: holds }, b: { native: holds, shimmed: holds } });
  expect(head).toMatch(/clauses that it was measured to break$/);
  expect(line).toMatch(/1 of 2 natively, none with the shim$/);
});

it('says so where one breaks with the shim, where the suite has changed since, and where nothing was measured', () => {
  expect(lineOf({ a: { native: broken, shimmed: broken } }, SUITE_VERSION - 1)[1]).toMatch(/1 of 1 natively, 1 with the shim \(by version \d+ of the suite; it is \d+ now: measure it again\)$/);
  expect(lineOf({})[2]).toMatch(/not measured$/);
});
