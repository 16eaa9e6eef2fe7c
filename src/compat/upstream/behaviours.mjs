const SPEC = 'https://w3c.github.io/webrtc-pc/';

/**
 * What browser-compat-data could take over: behaviours in which browsers differ, and that can be told without this project's words.
 * They are parts of clauses, so that what is wrong can be looked up in the same measurements.
 *
 * @typedef {object} Behaviour
 * @property {string} path in browser-compat-data's tree; what it is below has a row there
 * @property {string} description
 * @property {string} [spec_url] missing where the specification leaves it open
 * @property {string} clause in whose measurements it was seen
 * @property {[seen: RegExp, note: string][]} missing what shows that it is not there, and what is there instead
 * @property {[seen: RegExp, note: string][]} [partly] what shows that it is there in part only
 * @property {import('../mdn.mjs').Statement} safari which can't be measured
 * @property {string} safariSource where that is from
 * @property {string} test the body of an async function that is true where the behaviour is there; it has what `prelude` declares
 */

/** What the tests of the behaviours share. */
export const prelude = `const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Two connections of a page, with media and an open data channel between them.
async function connected() {
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  near.onicecandidate = ({ candidate }) => candidate && far.addIceCandidate(candidate);
  far.onicecandidate = ({ candidate }) => candidate && near.addIceCandidate(candidate);
  const channel = near.createDataChannel('one');
  const transceiver = near.addTransceiver('audio');
  await near.setLocalDescription(await near.createOffer());
  await far.setRemoteDescription(near.localDescription);
  await far.setLocalDescription(await far.createAnswer());
  await near.setRemoteDescription(far.localDescription);
  if (channel.readyState !== 'open') await new Promise((resolve) => (channel.onopen = resolve));
  return { near, far, channel, transceiver };
}`;

const CHANNELS_IN_WEBKIT = 'https://github.com/WebKit/WebKit/blob/06dcb620a8a96ca6674eb2914d92e35c630d85b2/Source/WebCore/Modules/mediastream/RTCDataChannel.cpp';
const OLD_WEBKIT = 'https://github.com/WebKit/WebKit/blob/0354178bf2de9741b485a058b0b4b5827b35f99e/Source/WebCore/Modules/mediastream/libwebrtc/LibWebRTCMediaEndpoint.cpp';
const NOT_TESTED = 'not tested, and nothing to cite: please test';

/** @type {readonly Behaviour[]} */
export const behaviours = [
  {
    path: 'api.RTCDataChannel.close_event.local_connection_close',
    description: 'Fires when the connection is closed locally with `RTCPeerConnection.close()`',
    clause: 'channels-fire-close-once',
    missing: [[/\(open\) fires close 0 times/, 'No event is fired.']],
    partly: [
      [/\(connecting\) fires close 0 times/, 'Not fired at channels that never opened.'],
      [/\(closing\) fires close 0 times/, 'Not fired at channels that were already closing.'],
    ],
    safari: { version_added: 'preview', impl_url: 'https://webkit.org/b/303052' },
    safariSource: 'https://commits.webkit.org/304859@main (December 2025); please replace "preview" by the version that shipped it',
    test: `const { near, channel } = await connected();
const never = near.createDataChannel('never opened');
let closed = 0;
for (const one of [channel, never]) one.onclose = () => closed++;
near.close();
await wait(1000);
return closed === 2;`,
  },
  {
    path: 'api.RTCDataChannel.readyState.closed_with_connection',
    description: 'Is `"closed"` as soon as `RTCPeerConnection.close()` returns',
    spec_url: `${SPEC}#dom-rtcpeerconnection-close`,
    clause: 'channels-read-closed',
    missing: [[/reads "(open|closing)"/, 'Is `"closed"` in a later task.']],
    partly: [[/reads "connecting"/, 'Channels that never opened stay `"connecting"`.']],
    safari: { version_added: false, impl_url: 'https://webkit.org/b/303052', notes: 'Is `"closed"` in a later task.' },
    safariSource: CHANNELS_IN_WEBKIT,
    test: `const { near, channel } = await connected();
near.close();
return channel.readyState === 'closed';`,
  },
  {
    path: 'api.RTCDataChannel.send.throws_after_connection_close',
    description: 'Throws `InvalidStateError` as soon as `RTCPeerConnection.close()` returns',
    spec_url: `${SPEC}#dom-rtcdatachannel-send`,
    clause: 'send-is-refused',
    missing: [[/send\(\) returns undefined/, 'Data is silently dropped.']],
    partly: [[/throws NetworkError/, 'Throws `NetworkError`.']],
    safari: { version_added: false, impl_url: 'https://webkit.org/b/303052', notes: 'Does not throw in the task in which the connection was closed.' },
    safariSource: CHANNELS_IN_WEBKIT,
    test: `const { near, channel } = await connected();
near.close();
try {
  channel.send('too late');
  return false;
} catch (error) {
  return error.name === 'InvalidStateError';
}`,
  },
  {
    path: 'api.RTCPeerConnection.close.keeps_descriptions',
    description: '`localDescription`, `remoteDescription`, and the current and pending descriptions keep their value',
    spec_url: `${SPEC}#dom-peerconnection-localdescription`,
    clause: 'descriptions-stay-readable',
    missing: [[/Description reads "throws/, 'The descriptions throw when they are read after `close()`.']],
    safari: { version_added: '11', partial_implementation: true, notes: 'In early versions, the descriptions were `null` after `close()`.' },
    safariSource: `${OLD_WEBKIT} (late 2018); since when they are kept is not known`,
    test: `const { near } = await connected();
near.close();
try {
  return near.localDescription.type === 'offer' && near.remoteDescription.type === 'answer' && near.pendingLocalDescription === null;
} catch {
  return false;
}`,
  },
  {
    path: 'api.RTCPeerConnection.getReceivers.empty_after_close',
    description: 'Returns an empty array after `close()`',
    spec_url: `${SPEC}#dom-peerconnection-getreceivers`,
    clause: 'senders-are-stopped',
    missing: [[/getReceivers\(\) reads/, 'The receivers are still returned after `close()`.']],
    safari: { version_added: false },
    safariSource: NOT_TESTED,
    test: `const { near } = await connected();
near.close();
return near.getReceivers().length === 0;`,
  },
  {
    path: 'api.RTCPeerConnection.getSenders.empty_after_close',
    description: 'Returns an empty array after `close()`',
    spec_url: `${SPEC}#dom-peerconnection-getsenders`,
    clause: 'senders-are-stopped',
    missing: [[/getSenders\(\) reads/, 'The senders are still returned after `close()`.']],
    safari: { version_added: false },
    safariSource: NOT_TESTED,
    test: `const { near } = await connected();
near.close();
return near.getSenders().length === 0;`,
  },
  {
    path: 'api.RTCPeerConnection.getStats.after_close',
    description: 'Resolves after `close()`',
    spec_url: `${SPEC}#widl-RTCPeerConnection-getStats-Promise-RTCStatsReport--MediaStreamTrack-selector`,
    clause: 'stats-stay-available',
    missing: [[/afterwards rejects/, 'Rejects after `close()`.']],
    partly: [[/crashes or hangs/, 'May crash the page.']],
    safari: { version_added: '11', partial_implementation: true, notes: 'In early versions, the promise was never settled after `close()`.' },
    safariSource: `${OLD_WEBKIT} (late 2018); since when it settles is not known`,
    test: `const { near } = await connected();
near.close();
return Promise.race([near.getStats().then(() => true, () => false), wait(2000).then(() => false)]);`,
  },
  {
    path: 'api.RTCRtpTransceiver.currentDirection.stopped_after_close',
    description: 'Is `"stopped"` after `RTCPeerConnection.close()`',
    spec_url: `${SPEC}#dom-rtcrtptransceiver-currentdirection`,
    clause: 'transceivers-read-stopped',
    missing: [[/currentDirection reads/, 'Is `null` after `RTCPeerConnection.close()`.']],
    safari: { version_added: false, impl_url: 'https://webkit.org/b/276445' },
    safariSource: 'https://webkit.org/b/276445; please test',
    test: `const { near, transceiver } = await connected();
near.close();
return transceiver.currentDirection === 'stopped';`,
  },
];
