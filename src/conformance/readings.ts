import { tracksOf } from './media';
import { answer } from './realm';
import type { Stage } from './scenes';

/** What each member read, by a path such as `channel first.readyState`. Members that the engine lacks are absent. */
export type Readings = Record<string, string>;

/** The objects of a closing connection, by the name they have in readings and events. */
export type Cast = Record<string, EventTarget>;

const attributes: [RegExp, string[]][] = [
  [
    /^connection$/,
    ['signalingState', 'iceConnectionState', 'connectionState', 'iceGatheringState', 'canTrickleIceCandidates', 'sctp']
      .concat(['localDescription', 'currentLocalDescription', 'pendingLocalDescription'])
      .concat(['remoteDescription', 'currentRemoteDescription', 'pendingRemoteDescription']),
  ],
  [/^channel /, ['readyState', 'bufferedAmount']],
  [/^(sctp|dtls|ice) /, ['state']],
  [/^transceiver /, ['mid', 'stopped', 'direction', 'currentDirection']],
  [/^sender /, ['track']],
  [/^(received|local) track /, ['readyState']],
];

const methods = ['getSenders', 'getReceivers', 'getTransceivers', 'getConfiguration', 'getLocalStreams', 'getRemoteStreams'];

/** Collects what a connection owns while it is open. */
export function castOf({ near, channels, media }: Stage): Cast {
  const cast: Cast = { connection: near };
  const all: EventTarget[] = [near];
  const add = (name: string, object: unknown) => {
    if (!object || all.indexOf(object as EventTarget) >= 0) return;
    all.push(object as EventTarget);
    cast[name] = object as EventTarget;
  };
  const addTransport = (transport: RTCDtlsTransport | null | undefined, name: string) => {
    if (!transport) return;
    add('dtls ' + name, transport);
    add('ice ' + name, transport.iceTransport);
  };
  Object.keys(channels).forEach((name) => add('channel ' + name, channels[name]));
  if (near.sctp) {
    add('sctp transport', near.sctp);
    addTransport(near.sctp.transport, 'transport');
  }
  (near.getTransceivers ? near.getTransceivers() : []).forEach((transceiver, i) => add('transceiver ' + i, transceiver));
  (near.getSenders ? near.getSenders() : []).forEach((sender, i) => {
    add('sender ' + i, sender);
    addTransport(sender.transport, 'transport of sender ' + i);
  });
  const addReceived = (track: MediaStreamTrack) => add('received track ' + track.kind, track);
  if (near.getReceivers) near.getReceivers().forEach(({ track }) => addReceived(track));
  else (near as unknown as LegacyStreams).getRemoteStreams().forEach((stream) => tracksOf(stream).forEach(addReceived));
  tracksOf(media.stream).forEach((track) => add('local track ' + track.kind, track));
  return cast;
}

interface LegacyStreams {
  getRemoteStreams(): MediaStream[];
}

/** Reads every attribute of the cast. */
export function readAll(cast: Cast): Readings {
  const readings: Readings = {};
  Object.keys(cast).forEach((name) => {
    const object = cast[name] as unknown as Record<string, unknown>;
    attributes.forEach(([pattern, members]) => {
      if (!pattern.test(name)) return;
      members.forEach((member) => {
        if (member in object) readings[name + '.' + member] = answer(() => object[member]);
      });
    });
  });
  const connection = cast.connection as unknown as Record<string, () => unknown>;
  methods.forEach((method) => {
    if (connection[method]) readings['connection.' + method + '()'] = answer(() => connection[method]!());
  });
  return readings;
}
