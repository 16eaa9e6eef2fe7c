/**
 * The subtests that stand for the other reading where sources disagree: with the shim they fail, and are meant to.
 * @type {readonly { test: string, subtest: string, reason: string }[]}
 */
export const CONTESTED = [
  {
    test: 'RTCPeerConnection-close-datachannel-close-event.tentative.https.html',
    subtest: 'As the text stands: close() fires no close at an open data channel',
    reason: 'by the letter nothing can fire, engines fire it, https://github.com/w3c/webrtc-pc/issues/3085 is open: the shim fires it once (`channelClose: \'silent\'` fires none)',
  },
  {
    test: 'RTCPeerConnection-close-transport-events.tentative.https.html',
    subtest: 'By the table of its states: statechange fires once at the RTCSctpTransport',
    reason: 'the text says both, https://github.com/w3c/webrtc-pc/issues/3126 is open: the shim fires none',
  },
  {
    test: 'RTCPeerConnection-close-transport-events.tentative.https.html',
    subtest: 'By the table of its states: statechange fires once at the RTCDtlsTransport',
    reason: 'the text says both, https://github.com/w3c/webrtc-pc/issues/3126 is open: the shim fires none',
  },
];

/**
 * Whether a subtest is one of these.
 * @param {string} test the name of its file
 * @param {string} subtest
 */
export const isContested = (test, subtest) => CONTESTED.some((one) => one.test === test && one.subtest === subtest);
