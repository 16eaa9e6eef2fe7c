const SPEC = 'https://w3c.github.io/webrtc-pc/';
const NO_SIGN = 'no event tells that the peer has closed until ICE fails: channels stay open';

/**
 * Where each clause is from in the specification, and the members it speaks of, as paths of MDN's data.
 * `race`: the engines in which a race decides whether the clause is broken; that a build was not seen to break it says little, and it is repaired in all engines.
 * `withoutMember`: what an engine without the members does; where it is not given, there is nothing to repair in it.
 * @type {Record<string, { spec: string, members: string[], race?: readonly import('./clause-feature.mjs').Engine[], withoutMember?: string }>}
 */
export const clauseSources = {
  'unprefixed-constructor': { spec: `${SPEC}#dom-rtcpeerconnection`, members: ['api.RTCPeerConnection'] },
  'close-twice-is-quiet': { spec: `${SPEC}#dom-rtcpeerconnection-close`, members: ['api.RTCPeerConnection.close'] },
  'connection-reads-closed': {
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCPeerConnection.signalingState', 'api.RTCPeerConnection.iceConnectionState', 'api.RTCPeerConnection.connectionState'],
    // Firefox 153, closed in a `signalingstatechange`: one program of the fuzzer in 16,000.
    race: ['firefox'],
  },
  'channels-read-closed': { spec: `${SPEC}#dom-rtcpeerconnection-close`, members: ['api.RTCPeerConnection.createDataChannel', 'api.RTCDataChannel.readyState'] },
  'transports-read-closed': {
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCPeerConnection.sctp', 'api.RTCSctpTransport.state', 'api.RTCDtlsTransport.state', 'api.RTCIceTransport.state'],
  },
  'transceivers-read-stopped': {
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCRtpTransceiver.currentDirection', 'api.RTCRtpTransceiver.direction', 'api.RTCRtpTransceiver.mid'],
  },
  'transceivers-stay-listed': { spec: `${SPEC}#dom-peerconnection-gettranseceivers`, members: ['api.RTCPeerConnection.getTransceivers'] },
  'senders-are-stopped': { spec: `${SPEC}#dom-peerconnection-getsenders`, members: ['api.RTCPeerConnection.getSenders', 'api.RTCPeerConnection.getReceivers', 'api.RTCRtpSender.track'] },
  'descriptions-stay-readable': { spec: `${SPEC}#dom-peerconnection-localdescription`, members: ['api.RTCPeerConnection.localDescription', 'api.RTCPeerConnection.remoteDescription'] },
  'sctp-stays': { spec: `${SPEC}#dom-rtcpeerconnection-sctp`, members: ['api.RTCPeerConnection.sctp'], race: ['chromium'] },
  'gathering-state-stays': { spec: `${SPEC}#dom-peerconnection-ice-gathering-state`, members: ['api.RTCPeerConnection.iceGatheringState'], race: ['chromium'] },
  'remote-side-stays-readable': { spec: `${SPEC}#dom-rtcpeerconnection-cantrickleicecandidates`, members: ['api.RTCPeerConnection.canTrickleIceCandidates'] },
  'nothing-fires-inside-close': { spec: `${SPEC}#dom-rtcpeerconnection-close`, members: ['api.RTCPeerConnection.close'] },
  'channels-fire-close-once': { spec: `${SPEC}#announcing-a-data-channel-as-closed`, members: ['api.RTCDataChannel.close_event'] },
  'channels-fire-nothing-else': { spec: `${SPEC}#announcing-a-data-channel-as-closed`, members: ['api.RTCDataChannel.closing_event', 'api.RTCDataChannel.error_event'] },
  'received-tracks-end': { spec: `${SPEC}#dom-rtcpeerconnection-close`, members: ['api.MediaStreamTrack.ended_event'] },
  // Whether the first packet is on its way as close() comes. Chromium 156 fired `unmute` in 2 of 6 runs, Firefox 153 in 1 of 11.
  'received-tracks-fire-nothing-else': { spec: `${SPEC}#dom-rtcpeerconnection-close`, members: ['api.MediaStreamTrack.mute_event'], race: ['chromium', 'firefox'] },
  'connection-fires-nothing': {
    spec: `${SPEC}#dom-rtcpeerconnection-close`,
    members: ['api.RTCPeerConnection.signalingstatechange_event', 'api.RTCPeerConnection.iceconnectionstatechange_event', 'api.RTCPeerConnection.connectionstatechange_event'],
  },
  'sctp-transport-fires-nothing': { spec: `${SPEC}#dom-rtcpeerconnection-close`, members: ['api.RTCSctpTransport.statechange_event'] },
  'transports-fire-nothing': { spec: `${SPEC}#dom-rtcpeerconnection-close`, members: ['api.RTCDtlsTransport.statechange_event', 'api.RTCIceTransport.statechange_event'] },
  'send-is-refused': { spec: `${SPEC}#dom-rtcdatachannel-send`, members: ['api.RTCDataChannel.send'] },
  'calls-are-refused': { spec: `${SPEC}#dom-rtcpeerconnection-close`, members: ['api.RTCPeerConnection.createOffer', 'api.RTCPeerConnection.addIceCandidate', 'api.RTCPeerConnection.createDataChannel'] },
  'stats-stay-available': { spec: `${SPEC}#widl-RTCPeerConnection-getStats-Promise-RTCStatsReport--MediaStreamTrack-selector`, members: ['api.RTCPeerConnection.getStats'] },
  'peer-close-channels-read-closed': { spec: `${SPEC}#announcing-a-data-channel-as-closed`, members: ['api.RTCDataChannel.readyState', 'api.RTCPeerConnection.sctp'], withoutMember: NO_SIGN },
  // Chromium 156 fires none on channels whose peer closes in the task in which they came up.
  'peer-close-channels-fire-closing': { spec: `${SPEC}#announcing-a-data-channel-as-closed`, members: ['api.RTCDataChannel.closing_event', 'api.RTCPeerConnection.sctp'], withoutMember: NO_SIGN, race: ['chromium'] },
  'peer-close-channels-fire-error': { spec: `${SPEC}#announcing-a-data-channel-as-closed`, members: ['api.RTCDataChannel.error_event', 'api.RTCPeerConnection.sctp'], withoutMember: NO_SIGN },
  'peer-close-channels-fire-close-once': { spec: `${SPEC}#announcing-a-data-channel-as-closed`, members: ['api.RTCDataChannel.close_event', 'api.RTCPeerConnection.sctp'], withoutMember: NO_SIGN },
};
