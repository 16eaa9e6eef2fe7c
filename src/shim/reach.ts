import { oldEngines } from '../build-flags';
import { channelsOf } from './ledger';
import { add, ask, attempt, each } from './natives';
import type { Kind } from './realm';

/** What the objects give under one name, as often as they do. */
const pick = (objects: ArrayLike<object>, member: string): object[] => {
  const found: object[] = [];
  each(objects, (object) => {
    const value = attempt(() => ask(object, member) as object | undefined);
    if (value) add(found, value);
  });
  return found;
};

const list = (object: object, method: string) => (pick([object], method)[0] || []) as object[];

const sctp = (connection: object) => pick([connection], 'sctp');
// A sender's transport is its receiver's.
const dtls = (connection: object) => pick(sctp(connection).concat(list(connection, 'getReceivers')), 'transport');

/** The tracks at one end; in the streams where the engine has no senders and receivers (Chromium below 59, Gecko 33). */
const tracks = (ends: string, streams: string) => (connection: object) => {
  let found = pick(list(connection, ends), 'track');
  if (oldEngines && !found.length) {
    each(list(connection, streams), (stream) => {
      found = found.concat(list(stream, 'getAudioTracks'), list(stream, 'getVideoTracks'));
    });
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
