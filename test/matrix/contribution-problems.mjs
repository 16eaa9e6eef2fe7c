import { isRace } from '../../src/compat/is-race.mjs';
import { addUp, joined } from '../../src/measurement/findings.mjs';
import { identify } from '../../src/measurement/contribution.mjs';
import { engineOf } from '../../src/measurement/engine-of.mjs';
import { SUITE_VERSION } from './suite-version.mjs';

/**
 * @typedef {import('../../src/measurement/contribution.mjs').Contribution} Contribution
 * @typedef {import('../../src/measurement/contribution.mjs').Browser} Browser
 */

const MODES = /** @type {const} */ (['native', 'shimmed']);
const AS_IT_IS = 'what changes how the browser names itself (an extension, an emulated device, a flag) has to be off: turn it off and contribute again';
// What the user agent has in it where the client hints name a system.
const SYSTEMS = /** @type {Record<string, RegExp>} */ ({ Windows: /Windows/, macOS: /Macintosh/, Linux: /Linux|X11/, Android: /Android/, 'Chrome OS': /CrOS/, 'Chromium OS': /CrOS/ });
// Since then Chromium gives client hints to every secure page.
const WITH_HINTS = 90;

/**
 * What speaks against taking a contribution in, a sentence each; each says what to do.
 * @param {Contribution} contribution
 * @param {readonly string[]} clauses the ids of the contract
 * @param {readonly import('./measurement.mjs').Measurement[]} measurements by which it is known what an engine breaks, if not every time
 * @returns {string[]}
 */
export function contributionProblems(contribution, clauses, measurements) {
  const { suite } = contribution;
  if (suite !== SUITE_VERSION) {
    const newer = suite > SUITE_VERSION;
    return [`it was made by version ${suite} of the suite, and this is version ${SUITE_VERSION}: ${newer ? 'update this checkout, and import it there' : 'contribute again in the playground of the newest version'}`];
  }
  const problems = [...identityProblems(contribution), ...clauseProblems(contribution, clauses)];
  // What an engine was measured to break it need not break each time.
  const isUnsteady = (/** @type {string} */ id) => isRace(id, contribution.engine) || measurements.some(({ engine, clauses: known }) => engine === contribution.engine && known[id]?.native.verdict === 'broken');
  return problems.length ? problems : runProblems(contribution, isUnsteady);
}

/** @param {Contribution} contribution */
function identityProblems({ engine, version, platform, browser }) {
  const told = engineOf(browser.userAgent);
  if (!told) return [`its user agent names no engine that is measured ("${browser.userAgent}"); ${AS_IT_IS}`];
  const is = identify(browser);
  const problems = hintProblems(browser, told);
  if (is.engine !== engine || is.version !== version || platform !== browser.platform) problems.push(`it calls itself ${engine} ${version} on ${platform}, and its user agent and client hints say ${is.engine} ${is.version} on ${browser.platform}; ${AS_IT_IS}`);
  return problems;
}

/**
 * The user agent against the client hints.
 * @param {Browser} browser
 * @param {import('../../src/measurement/engine-of.mjs').Identity} told
 */
function hintProblems({ userAgent, brands, fullVersions, system, isSecure }, told) {
  const major = (/** @type {string} */ version) => Number.parseInt(version, 10);
  if (!brands?.length) {
    const owes = told.engine === 'chromium' && isSecure && major(told.version) >= WITH_HINTS;
    return owes ? [`its user agent says Chromium ${major(told.version)}, which gives client hints, and there are none; ${AS_IT_IS}`] : [];
  }
  for (const [name, hints] of Object.entries({ 'client hints': brands, 'full client hints': fullVersions })) {
    const hinted = hints?.find(({ brand }) => brand === 'Chromium');
    if (!hints?.length || (hinted && told.engine === 'chromium' && major(hinted.version) === major(told.version))) continue;
    return [`its user agent says ${told.engine} ${major(told.version)}, and its ${name} say ${hinted ? `Chromium ${major(hinted.version)}` : hints.map(({ brand }) => brand).join(', ')}; ${AS_IT_IS}`];
  }
  const isOther = system && SYSTEMS[system]?.test(userAgent) === false;
  return isOther ? [`its client hints say ${system}, and its user agent names another system ("${userAgent}"); ${AS_IT_IS}`] : [];
}

/**
 * @param {Contribution} contribution
 * @param {readonly string[]} clauses
 */
function clauseProblems({ runs, clauses: found }, clauses) {
  const parts = [Object.keys(found), ...runs.flatMap((run) => MODES.map((mode) => Object.keys(run[mode])))];
  const missing = clauses.filter((id) => parts.some((ids) => !ids.includes(id)));
  const unknown = [...new Set(parts.flat())].filter((id) => !clauses.includes(id));
  return [
    ...(missing.length ? [`it says nothing of ${missing.join(', ')}: each run has to have each of the ${clauses.length} clauses; contribute again, and leave the page open until the file is offered`] : []),
    ...(unknown.length ? [`it speaks of ${unknown.join(', ')}, which is no clause of the contract; contribute again in the playground of the newest version`] : []),
  ];
}

/**
 * @param {Contribution} contribution
 * @param {(id: string) => boolean} isUnsteady
 */
function runProblems({ runs, clauses }, isUnsteady) {
  const [native, shimmed] = MODES.map((mode) => addUp(runs.map((run) => run[mode])));
  if (JSON.stringify(joined(native ?? {}, shimmed ?? {})) !== JSON.stringify(clauses)) return ['its clauses are not what its runs add up to: it was changed since it was made; contribute again, and hand in the file as it was downloaded'];
  const disagreements = MODES.flatMap((mode) => Object.keys(clauses).flatMap((id) => {
    const verdicts = runs.map((run) => run[mode][id]?.verdict);
    // The worst counts, and that it was not seen each time is stored, too.
    if (new Set(verdicts).size === 1 || (mode === 'native' && isUnsteady(id))) return [];
    return [`${id} (${mode === 'native' ? 'natively' : 'with the shim'}: ${verdicts.join(', ')})`];
  }));
  if (disagreements.length) return [`its ${runs.length} runs do not agree about ${disagreements.join(', ')}; contribute again, with nothing else running and the page in front`];
  const blind = MODES.flatMap((mode) => Object.entries(runs[0]?.[mode] ?? {}).filter(([, { verdict, observed }]) => verdict === 'cannot-tell' && observed).map(([id]) => id));
  return blind.length === MODES.length * Object.keys(clauses).length ? ['no connection could be made in it, so it saw nothing; contribute again where WebRTC is not blocked'] : [];
}
