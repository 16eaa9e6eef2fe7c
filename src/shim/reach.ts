import { oldEngines } from '../build-flags';
import { channelsOf } from './ledger';
import { ask } from './natives';
import type { Kind } from './realm';

const list = (object: object, method: string) => (ask(object, method) || []) as object[];

/** What the objects have under one name, as often as they have it. */
function pick(objects: readonly object[], member: string): object[] {
  const found: object[] = [];
  for (let i = 0; i < objects.length; i++) {
    const object = ask(objects[i]!, member) as object | undefined;
    if (object) found[found.length] = object;
  }
  return found;
}

const sctp = (connection: object) => pick([connection], 'sctp');
// A sender's transport is its receiver's.
const dtls = (connection: object) => pick(sctp(connection).concat(list(connection, 'getReceivers')), 'transport');

/** The tracks at one end; in the streams where the engine has no senders and receivers (Chromium below 59, Gecko 33). */
const tracks = (ends: string, streams: string) => (connection: object) => {
  let found = pick(list(connection, ends), 'track');
  if (oldEngines && !found.length) {
    const all = list(connection, streams);
    for (let i = 0; i < all.length; i++) found = found.concat(list(all[i]!, 'getAudioTracks'), list(all[i]!, 'getVideoTracks'));
  }
  return found;
};

/** The objects of each kind that a connection owns, asked while it is open, in the order in which their events come after `close()`. */
export const reach: Record<Kind, (connection: object) => object[]> = {
  RTCPeerConnection: (connection) => [connection],
  RTCRtpTransceiver: (connection) => list(connection, 'getTransceivers'),
  RTCSctpTransport: sctp,
  RTCDtlsTransport: dtls,
  RTCIceTransport: (connection) => pick(dtls(connection), 'iceTransport'),
  MediaStreamTrack: tracks('getReceivers', 'getRemoteStreams'),
  RTCDataChannel: channelsOf,
};

/** The local tracks that a connection sends. */
export const sentTracks = tracks('getSenders', 'getLocalStreams');
