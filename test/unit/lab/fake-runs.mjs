import { RunError } from '../../browsers/run-error.mjs';

/**
 * @typedef {import('../../../src/check').ClauseResult['verdict']} Verdict
 * @typedef {import('../../../src/check').Recording} Recording
 * @typedef {import('../../../src/check').Heard} Heard
 * @typedef {import('../../suite/run-suite.mjs').SuiteRun} SuiteRun
 * @typedef {import('../../lab/run-browsers.mjs').BrowserRun} BrowserRun
 */

const IDS = /** @type {const} */ (['channels-read-closed', 'send-is-refused', 'stats-stay-available']);

/**
 * A run of the suite in which the first three clauses of interest came out as told.
 * @param {Verdict[]} verdicts
 * @param {Partial<SuiteRun['checked']>} [checked]
 * @returns {SuiteRun}
 */
export function fakeRun(verdicts, checked = {}) {
  const results = verdicts.map((verdict, i) => ({
    id: IDS[i] ?? /** @type {const} */ ('calls-are-refused'),
    sentence: 'a `sentence`',
    verdict,
    observed: verdict === 'broken' ? ['channel first.send() returns undefined (connected, peer gone)', 'more (connected)'] : [],
    expected: '`send()` throws',
  }));
  return { userAgent: '', platform: '', browser: { userAgent: '', platform: '', isSecure: true }, report: [], checked: { results, recordings: [], peerRecordings: [], calls: {}, failures: {}, ...checked } };
}

/**
 * @param {string} name
 * @param {BrowserRun['runs']} runs
 * @returns {BrowserRun}
 */
export function fakeBrowserRun(name, runs) {
  return { name, version: '1.2.3', source: 'system', runs, failures: [] };
}

/**
 * @param {string} name
 * @returns {import('../../browsers/find-browsers.mjs').Browser}
 */
export function fakeBrowser(name) {
  return { name, engine: 'chromium', version: '1.2.3', executablePath: '/none', env: {}, source: 'system' };
}

/**
 * A recording of two channels and one track; `heard` in short: `target|type|at|phase|state`.
 * @param {string[]} heard
 * @param {Partial<Recording>} [more]
 * @returns {Recording}
 */
export function fakeRecording(heard, more = {}) {
  const reads = (/** @type {string} */ channels, /** @type {string} */ track, /** @type {string} */ connection) => ({
    'connection.signalingState': connection,
    'channel first.readyState': channels,
    'channel second.readyState': channels,
    'received track audio.readyState': track,
  });
  return {
    scene: 'connected',
    before: reads('open', 'live', 'stable'),
    atOnce: reads('open', 'live', 'closed'),
    later: reads('closed', 'ended', 'closed'),
    took: 1,
    heard: heard.flatMap((line) => {
      const [target = '', type = '', at, phase, state = ''] = line.split('|');
      return /** @type {const} */ (['listener', 'handler']).map((via) => ({ target, type, via, at: Number(at), phase: /** @type {Heard['phase']} */ (phase), state }));
    }),
    second: 'undefined',
    heardAfterSecond: [],
    ...more,
  };
}

/** @param {string} name */
export function couldNotStart(name) {
  return new RunError('could-not-start', `${name} could not start: the library libnss3.so is missing`);
}
