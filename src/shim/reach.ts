import { channelsOf, estateOf } from './ledger';
import type { Kind } from './realm';

/** An object of whatever members its engine has. */
export type Owned = Record<string, unknown>;

/** What a member gives: its value, or what it returns. Undefined where the engine lacks it or it throws. */
export function ask(object: object, member: string): unknown {
  try {
    const value = (object as Owned)[member];
    return typeof value === 'function' ? (object as Record<string, () => unknown>)[member]!() : value;
  } catch {
    return undefined;
  }
}

const list = (object: object, method: string) => (ask(object, method) || []) as Owned[];

/** What the objects have under one name, each once. */
function pick(objects: readonly Owned[], member: string): Owned[] {
  const found: Owned[] = [];
  for (let i = 0; i < objects.length; i++) {
    const object = ask(objects[i]!, member) as Owned | undefined;
    let known = !object;
    for (let j = 0; j < found.length; j++) known = known || found[j] === object;
    if (!known) found[found.length] = object!;
  }
  return found;
}

const sctp = (connection: object) => pick([connection as Owned], 'sctp');
const dtls = (connection: object) =>
  pick(sctp(connection).concat(list(connection, 'getSenders'), list(connection, 'getReceivers')), 'transport');

/** The tracks at one end; in the streams where the engine has no senders and receivers (Chromium below 59, Gecko 33). */
const tracks = (ends: string, streams: string) => (connection: object) => {
  let found = pick(list(connection, ends), 'track');
  const all = found.length ? [] : list(connection, streams);
  for (let i = 0; i < all.length; i++) found = found.concat(list(all[i]!, 'getAudioTracks'), list(all[i]!, 'getVideoTracks'));
  return found;
};

/** The objects of each kind that a connection owns, asked while it is open. */
export const reach: Record<Kind, (connection: object) => object[]> = {
  RTCPeerConnection: (connection) => [connection],
  RTCDataChannel: (connection) => {
    const estate = estateOf(connection);
    return estate ? channelsOf(estate) : [];
  },
  RTCRtpTransceiver: (connection) => list(connection, 'getTransceivers'),
  RTCSctpTransport: sctp,
  RTCDtlsTransport: dtls,
  RTCIceTransport: (connection) => pick(dtls(connection), 'iceTransport'),
  MediaStreamTrack: tracks('getReceivers', 'getRemoteStreams'),
};

/** The local tracks that a connection sends. */
export const sentTracks = tracks('getSenders', 'getLocalStreams');
