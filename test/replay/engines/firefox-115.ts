import { type ReplayedEngine, departing, toldTooLate } from '../replayed-engine';

/** The thread of the media ends received tracks, after all that a page has posted; the transports tell of a peer's close after the channels. */
export const firefox115: ReplayedEngine = {
  name: 'Firefox 115',
  replays: 'firefox-115.14.0esr.json',
  behaviour: departing({
    lacks: ['RTCDataChannel.onclosing', 'RTCPeerConnection.onicecandidateerror', 'RTCDtlsTransport.iceTransport', 'RTCIceTransport'],
    capturesFirst: false,
    queuedStillFire: ['bufferedamountlow'],
    channelsRead: 'all closing',
    closingForEver: true,
    channelOrder: 'reversed',
    send: undefined,
    peerCloseEvents: ['close'],
    peerCloseOrder: 'reversed',
    tracksEndAfter: 12,
    tracksAreDeaf: true,
    staleTransports: ['sctp'],
    transportsFireInside: ['dtls'],
    transceivers: { direction: 'as before', currentDirection: null },
    descriptionsThrow: 'InvalidStateError',
    statsHang: true,
    statsReject: 'InvalidStateError',
  }),
  stillBreaks: toldTooLate,
};
