import { channelsOf, estateOf } from './ledger';
import type { Kind } from './realm';

type List = object[];

const add = (list: List, object: object | null | undefined): void => {
  if (!object) return;
  for (let i = 0; i < list.length; i++) if (list[i] === object) return;
  list[list.length] = object;
};

/** What a getter or method of a connection gives, or nothing where the engine lacks it or it throws. */
const ask = <T>(question: () => T): T | undefined => {
  try {
    return question();
  } catch {
    return undefined;
  }
};

const senders = (connection: RTCPeerConnection) => ask(() => connection.getSenders()) || [];
const receivers = (connection: RTCPeerConnection) => ask(() => connection.getReceivers()) || [];
const sctp = (connection: RTCPeerConnection) => ask(() => connection.sctp);

function dtlsTransports(connection: RTCPeerConnection): RTCDtlsTransport[] {
  const list: List = [];
  add(list, sctp(connection)?.transport);
  const ends: { transport: RTCDtlsTransport | null }[][] = [senders(connection), receivers(connection)];
  for (let i = 0; i < 2; i++) for (let j = 0; j < ends[i]!.length; j++) add(list, ends[i]![j]!.transport);
  return list as RTCDtlsTransport[];
}

/** The objects of one kind that a connection owns, asked while it is open. */
export const reach: Record<Kind, (connection: RTCPeerConnection) => List> = {
  RTCPeerConnection: (connection) => [connection],
  RTCDataChannel: (connection) => {
    const estate = estateOf(connection);
    return estate ? channelsOf(estate) : [];
  },
  RTCRtpTransceiver: (connection) => ask(() => connection.getTransceivers()) || [],
  RTCRtpSender: senders,
  RTCDTMFSender: (connection) => {
    const list: List = [];
    const all = senders(connection);
    for (let i = 0; i < all.length; i++) add(list, all[i]!.dtmf);
    return list;
  },
  RTCSctpTransport: (connection) => {
    const transport = sctp(connection);
    return transport ? [transport] : [];
  },
  RTCDtlsTransport: dtlsTransports,
  RTCIceTransport: (connection) => {
    const list: List = [];
    const all = dtlsTransports(connection);
    for (let i = 0; i < all.length; i++) add(list, all[i]!.iceTransport);
    return list;
  },
  MediaStreamTrack: (connection) => {
    const list: List = [];
    const all = receivers(connection);
    for (let i = 0; i < all.length; i++) add(list, all[i]!.track);
    // Chromium 39 and 45, Gecko 33: received tracks are met in the remote streams.
    if (!all.length) {
      const streams = ask(() => (connection as unknown as { getRemoteStreams(): MediaStream[] }).getRemoteStreams()) || [];
      for (let i = 0; i < streams.length; i++) {
        const tracks = streams[i]!.getTracks();
        for (let j = 0; j < tracks.length; j++) add(list, tracks[j]);
      }
    }
    return list;
  },
};
