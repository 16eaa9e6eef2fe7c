import { oldEngines } from '../../build-flags';
import { channelsOf } from './channel-registry';
import { list, pick } from '../engine/ask';
import { bare, each } from '../engine/intrinsics';
import type { Kind } from '../engine/interfaces';

/** The tracks at one end; in the streams where the engine has no senders and receivers (Chromium below 59, Gecko 33). */
const tracks = (connection: object, ends: string, streams: string) => {
  let found = pick(list(connection, ends), 'track', []);
  if (oldEngines && !(ends in connection)) {
    each(list(connection, streams), (stream) => {
      found = found.concat(list(stream, 'getAudioTracks'), list(stream, 'getVideoTracks'));
    });
  }
  return found;
};

type Reach = (connection: object, owned: (kind: Kind) => object[]) => object[];

/** The objects of each kind that a connection owns. */
export const kinds: Record<Kind, Reach> = {
  // Their state is read first: in Gecko 33 it changes while the page is busy.
  RTCDataChannel: channelsOf,
  RTCPeerConnection: (connection) => [connection],
  RTCRtpTransceiver: (connection) => list(connection, 'getTransceivers'),
  RTCRtpSender: (connection) => list(connection, 'getSenders'),
  RTCSctpTransport: (connection) => pick([connection], 'sctp', []),
  // A sender's transport is its receiver's.
  RTCDtlsTransport: (connection, owned) => pick(list(connection, 'getReceivers'), 'transport', pick(owned('RTCSctpTransport'), 'transport', [])),
  RTCIceTransport: (_connection, owned) => pick(owned('RTCDtlsTransport'), 'iceTransport', []),
  MediaStreamTrack: (connection) => tracks(connection, 'getReceivers', 'getRemoteStreams'),
};

/** What a connection owns, asked while it is open; each list is made once. */
export function reach(connection: object): (kind: Kind) => object[] {
  const lists: Partial<Record<Kind, object[]>> = bare({});
  const owned = (kind: Kind): object[] => lists[kind] || (lists[kind] = kinds[kind](connection, owned));
  return owned;
}

/** The local tracks that a connection sends. */
export const sentTracks = (connection: object): object[] => tracks(connection, 'getSenders', 'getLocalStreams');
