import { type ReplayedEngine, departing, toldTooLate } from '../replayed-engine';

/** A channel that is closing stays so; the transports tell of a peer's close after the channels. */
export const firefox140: ReplayedEngine = {
  name: 'Firefox 140',
  replays: 'firefox-140.12.0esr.json',
  behaviour: departing({
    lacks: ['RTCDataChannel.onclosing', 'RTCPeerConnection.onicecandidateerror'],
    queuedStillFire: ['bufferedamountlow'],
    channelsRead: 'all closing',
    closingForEver: true,
    channelOrder: 'reversed',
    send: undefined,
    peerCloseEvents: ['close'],
    peerCloseOrder: 'reversed',
    tracksEndAfter: 0,
    tracksAreDeaf: true,
    staleTransports: ['sctp'],
    descriptionsThrow: 'InvalidStateError',
    statsHang: true,
    statsReject: 'InvalidStateError',
  }),
  stillBreaks: toldTooLate,
};
