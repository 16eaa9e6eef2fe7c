import { engineNames } from '../engine-names.mjs';
import { markdownTable } from '../markdown-table.mjs';
import { behaviours, prelude } from './behaviours.mjs';
import { runsOf } from './row.mjs';

/** @typedef {import('../measured-runs.mjs').Measurement} Measurement */

/**
 * The text of the pull request that brings the rows: what was tested, in which builds, and how.
 * @param {readonly Measurement[]} measurements
 * @param {import('../mdn.mjs').Mdn} mdn
 * @returns {string}
 */
export function pullRequest(measurements, mdn) {
  return [
    '#### Summary',
    '',
    `Adds ${behaviours.length} behavioral subfeatures: what \`RTCPeerConnection.close()\` does to the connection's data channels, descriptions, statistics, senders, receivers and transceivers. Browsers differ in it, in some cases until today, and none of it can be feature-detected without closing a connection.`,
    '',
    '#### Test results and supporting details',
    '',
    `Tested in ${measurements.length} real builds (Chromium incl. headless shell, CEF and QtWebEngine; Firefox). A release line goes by its newest build. Where a change came between two tested releases, the first one that was tested with it is given, with "≤" where the guidelines allow it; the tables show what was tested. Chromium forks, Android browsers and iOS are mirrored and were not tested. Safari could not be tested: its statements are from WebKit's sources, as linked, or \`false\`, as long as nobody has tested it.`,
    '',
    'To run a test, put this and the test into an async function in the console; it has to be `true` where the behavior is there.',
    '',
    '```js',
    prelude,
    '```',
    '',
    ...behaviours.flatMap((behaviour) => [
      `##### \`${behaviour.path}\``,
      '',
      `${behaviour.description}.`,
      '',
      markdownTable(['Engine', 'Builds', 'Seen'], tested(behaviour, measurements, mdn)),
      '',
      `Safari: ${behaviour.safariSource}`,
      '',
      '```js',
      behaviour.test,
      '```',
      '',
    ]),
    '`close_event.local_connection_close` is not marked as standard: by the letter of the specification no event is fired, and browsers and WebKit\'s decision say otherwise (https://github.com/w3c/webrtc-pc/issues/3085).',
    'No current browser has `readyState.closed_with_connection` and `send.throws_after_connection_close`, though the specification asks for both; older ones have the first for open channels, and threw in the second. If that is too little for a row, drop them.',
    '',
    '#### Related issues',
    '',
    'https://github.com/w3c/webrtc-pc/issues/3085',
    '',
  ].join('\n');
}

/**
 * @param {import('./behaviours.mjs').Behaviour} behaviour
 * @param {readonly Measurement[]} measurements
 * @param {import('../mdn.mjs').Mdn} mdn
 */
function tested(behaviour, measurements, mdn) {
  return /** @type {const} */ (['chromium', 'firefox']).flatMap((engine) => runsOf(engine, behaviour, measurements, mdn).map(({ state, observed, builds }) => {
    const seen = { holds: 'yes', broken: observed.join(' '), absent: 'the API is not there', unknown: 'not known' }[state];
    return [engineNames[engine], builds.join(', '), seen];
  }));
}
