import { figure } from './figure.mjs';
import { problems } from './problems.mjs';
import { systemName } from './system-name.mjs';

/**
 * @typedef {import('../../src/check').ClauseResult} ClauseResult
 * @typedef {import('./run-browsers.mjs').BrowserRun} BrowserRun
 * @typedef {Pick<ClauseResult, 'id' | 'sentence' | 'expected'>} Clause
 *
 * @typedef {object} Report all that `report.json` holds
 * @property {string} version the shim's
 * @property {string} date when it was made, ISO 8601
 * @property {string} system what the machine runs
 * @property {string} figure
 * @property {string[]} problems why the exit code is not 0; empty when it is
 * @property {Clause[]} clauses
 * @property {BrowserRun[]} browsers
 * @property {import('../browsers/find-browsers.mjs').Missing[]} missing
 */

/**
 * The report on what ran and what could not.
 * @param {string} version
 * @param {BrowserRun[]} browsers
 * @param {Report['missing']} missing
 * @param {Date} date
 * @returns {Report}
 */
export function makeReport(version, browsers, missing, date = new Date()) {
  return { version, date: date.toISOString(), system: systemName(), figure: figure(browsers), problems: problems(browsers), clauses: clausesOf(browsers), browsers, missing };
}

/**
 * @param {BrowserRun[]} browsers
 * @returns {Clause[]} in the order of the contract
 */
function clausesOf(browsers) {
  const [run] = browsers.flatMap(({ runs }) => [runs.native, runs.shimmed]).filter((one) => one !== undefined);
  return (run?.checked.results ?? []).map(({ id, sentence, expected }) => ({ id, sentence, expected }));
}

/**
 * What a run says about a clause; `undefined` where there was no run.
 * @param {BrowserRun} browser
 * @param {import('./run-browsers.mjs').Mode} mode
 * @param {string} id
 * @returns {ClauseResult | undefined}
 */
export function resultOf(browser, mode, id) {
  return browser.runs[mode]?.checked.results.find((result) => result.id === id);
}
