const SPEC = 'https://w3c.github.io/webrtc-pc/';
const NO_SIGN = 'no event tells that the peer has closed until ICE fails: channels stay open';

/**
 * Where each clause is from in the specification, and the members it speaks of, as paths of MDN's data.
 * `description`: of its row in the tree, which has to be understood without the others.
 * `mdnKnowsSince`: it is kept since an engine has the members without a prefix, and since when that is, is in MDN's data.
 * `decision`: where it is open what is right; what the contract says is this project's decision then.
 * `race`: the engines in which a race decides whether the clause is broken; that a build was not seen to break it says little, and it is repaired in all engines.
 * `withoutMember`: what an engine without the members does; where it is not given, there is nothing to repair in it.
 * @type {Record<string, { description: string, spec: string, members: string[], mdnKnowsSince?: boolean, decision?: string, race?: readonly import('./clause-feature.mjs').Engine[], withoutMember?: string }>}
 */
export const clauseSources = {
  'unprefixed-constructor': {
    description: 'The constructor is named `RTCPeerConnection`',
    spec: `${SPEC}#dom-rtcpeerconnection`,
    members: ['api.RTCPeerConnection'],
    mdnKnowsSince: true,
  },
  'close-twice-is-quiet': {
    description: 'Calling `close()` again does nothing',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCPeerConnection.close'],
  },
  'connection-reads-closed': {
    description: 'The connection\'s states are `"closed"` when `close()` returns',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCPeerConnection.signalingState', 'api.RTCPeerConnection.iceConnectionState', 'api.RTCPeerConnection.connectionState'],
    // Firefox 153, closed in a `signalingstatechange`: one program of the fuzzer in 16,000.
    race: ['firefox'],
  },
  'channels-read-closed': {
    description: 'Every data channel is `"closed"` when `close()` returns',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCPeerConnection.createDataChannel', 'api.RTCDataChannel.readyState'],
  },
  'transports-read-closed': {
    description: 'SCTP, DTLS, and ICE transports are `"closed"` when `close()` returns',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCPeerConnection.sctp', 'api.RTCSctpTransport.state', 'api.RTCDtlsTransport.state', 'api.RTCIceTransport.state'],
  },
  'transceivers-read-stopped': {
    description: 'Transceivers are stopped and keep their `mid`',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCRtpTransceiver.currentDirection', 'api.RTCRtpTransceiver.direction', 'api.RTCRtpTransceiver.mid'],
  },
  'transceivers-stay-listed': {
    description: '`getTransceivers()` still returns all transceivers after `close()`',
    spec: `${SPEC}#dom-peerconnection-gettranseceivers`,
    members: ['api.RTCPeerConnection.getTransceivers'],
  },
  'senders-are-stopped': {
    description: '`getSenders()` and `getReceivers()` are empty after `close()`, and senders keep their `track`',
    spec: `${SPEC}#dom-peerconnection-getsenders`,
    members: ['api.RTCPeerConnection.getSenders', 'api.RTCPeerConnection.getReceivers', 'api.RTCRtpSender.track'],
  },
  'descriptions-stay-readable': {
    description: 'Descriptions and configuration keep their last value after `close()`',
    spec: `${SPEC}#dom-peerconnection-localdescription`,
    members: ['api.RTCPeerConnection.localDescription', 'api.RTCPeerConnection.remoteDescription'],
  },
  'sctp-stays': {
    description: '`sctp` keeps its last value after `close()`',
    spec: `${SPEC}#dom-rtcpeerconnection-sctp`,
    members: ['api.RTCPeerConnection.sctp'],
    race: ['chromium'],
  },
  'gathering-state-stays': {
    description: '`iceGatheringState` keeps its last value after `close()`',
    spec: `${SPEC}#dom-peerconnection-ice-gathering-state`,
    members: ['api.RTCPeerConnection.iceGatheringState'],
    race: ['chromium'],
  },
  'remote-side-stays-readable': {
    description: '`canTrickleIceCandidates` and `getRemoteStreams()` keep their last value after `close()`',
    spec: `${SPEC}#dom-rtcpeerconnection-cantrickleicecandidates`,
    members: ['api.RTCPeerConnection.canTrickleIceCandidates'],
  },
  'nothing-fires-inside-close': {
    description: 'No event is fired before `close()` returns',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCPeerConnection.close'],
  },
  'channels-fire-close-once': {
    description: 'Each data channel fires one `close` event after `close()` has returned, in the order of the channels',
    decision: 'https://github.com/w3c/webrtc-pc/issues/3085',
    spec: `${SPEC}#announcing-a-data-channel-as-closed`,
    members: ['api.RTCDataChannel.close_event'],
  },
  'channels-fire-nothing-else': {
    description: 'Data channels fire nothing but `close` after `close()`',
    spec: `${SPEC}#announcing-a-data-channel-as-closed`,
    members: ['api.RTCDataChannel.closing_event', 'api.RTCDataChannel.error_event'],
  },
  'received-tracks-end': {
    description: 'Each received track fires one `ended` event',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.MediaStreamTrack.ended_event'],
  },
  // Whether the first packet is on its way as close() comes. Chromium 156 fired `unmute` in 2 of 6 runs, Firefox 153 in 1 of 11.
  'received-tracks-fire-nothing-else': {
    description: 'Received tracks fire nothing but `ended`',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.MediaStreamTrack.mute_event'],
    race: ['chromium', 'firefox'],
  },
  'connection-fires-nothing': {
    description: 'No event is fired on the connection',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCPeerConnection.signalingstatechange_event', 'api.RTCPeerConnection.iceconnectionstatechange_event', 'api.RTCPeerConnection.connectionstatechange_event'],
  },
  'sctp-transport-fires-nothing': {
    description: 'No event is fired on the SCTP transport',
    decision: 'https://github.com/w3c/webrtc-pc/issues/3126',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCSctpTransport.statechange_event'],
  },
  'transports-fire-nothing': {
    description: 'No event is fired on DTLS and ICE transports',
    decision: 'https://github.com/w3c/webrtc-pc/issues/3126',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCDtlsTransport.statechange_event', 'api.RTCIceTransport.statechange_event'],
  },
  'send-is-refused': {
    description: '`RTCDataChannel.send()` throws `InvalidStateError` after `close()`',
    spec: `${SPEC}#dom-rtcdatachannel-send`,
    members: ['api.RTCDataChannel.send'],
  },
  'calls-are-refused': {
    description: 'Calls on the closed connection are refused with `InvalidStateError`',
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCPeerConnection.createOffer', 'api.RTCPeerConnection.addIceCandidate', 'api.RTCPeerConnection.createDataChannel'],
  },
  'stats-stay-available': {
    description: '`getStats()` settles, also if called after `close()`',
    spec: `${SPEC}#widl-RTCPeerConnection-getStats-Promise-RTCStatsReport--MediaStreamTrack-selector`,
    members: ['api.RTCPeerConnection.getStats'],
  },
  'peer-close-channels-read-closed': {
    description: 'Every data channel becomes `"closed"` when the peer has closed',
    spec: `${SPEC}#announcing-a-data-channel-as-closed`,
    members: ['api.RTCDataChannel.readyState', 'api.RTCPeerConnection.sctp'],
    withoutMember: NO_SIGN,
  },
  // Chromium 156 fires none on channels whose peer closes in the task in which they came up.
  'peer-close-channels-fire-closing': {
    description: 'Each data channel fires one `closing` event when the peer has closed',
    spec: `${SPEC}#announcing-a-data-channel-as-closed`,
    members: ['api.RTCDataChannel.closing_event', 'api.RTCPeerConnection.sctp'],
    withoutMember: NO_SIGN,
    race: ['chromium'],
  },
  'peer-close-channels-fire-error': {
    description: 'Each data channel fires one `error` event when the peer has closed the connection',
    spec: `${SPEC}#announcing-a-data-channel-as-closed`,
    members: ['api.RTCDataChannel.error_event', 'api.RTCPeerConnection.sctp'],
    withoutMember: NO_SIGN,
  },
  'peer-close-channels-fire-close-once': {
    description: 'Each data channel fires one `close` event when the peer has closed, in the order of the channels',
    spec: `${SPEC}#announcing-a-data-channel-as-closed`,
    members: ['api.RTCDataChannel.close_event', 'api.RTCPeerConnection.sctp'],
    withoutMember: NO_SIGN,
  },
};
