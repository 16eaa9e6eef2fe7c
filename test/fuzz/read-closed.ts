import { nameOf } from '../../src/conformance/realm';
import type { ClauseId } from '../../src/contract/clauses';
import type { Reading } from './model-types';
import type { Actor, Stage } from './stage';

const answer = (question: () => unknown): unknown => {
  try {
    return question();
  } catch (error) {
    return `throws ${nameOf(error)}`;
  }
};

const description = (value: unknown) => {
  const { type, sdp } = (value ?? {}) as RTCSessionDescription;
  return typeof value === 'string' ? value : value && `${type} ${sdp}`;
};

const names = (value: unknown, identify: (object: object) => unknown) => (Array.isArray(value) ? value.map(identify).join() : value);

/** What stays as it was: read before and after. */
export function readKept({ pc, owner }: Actor, identify: (object: object) => unknown): Reading[] {
  const legacy = pc as unknown as Record<'getLocalStreams' | 'getRemoteStreams', (() => MediaStream[]) | undefined>;
  const readings: Reading[] = [];
  const keep = (promise: ClauseId, member: string, question: () => unknown) => member in pc && readings.push({ promise, path: `${owner.name}.${member}`, value: answer(question) });
  for (const side of ['Local', 'Remote']) {
    for (const when of ['', 'current', 'pending']) {
      const member = (when ? when + side : side.toLowerCase()) + 'Description';
      keep('descriptions-stay-readable', member, () => description(pc[member as 'localDescription']));
    }
  }
  keep('sctp-stays', 'sctp', () => pc.sctp && identify(pc.sctp));
  keep('descriptions-stay-readable', 'getConfiguration', () => JSON.stringify(pc.getConfiguration()));
  keep('descriptions-stay-readable', 'getLocalStreams', () => names(legacy.getLocalStreams!(), (stream) => (stream as MediaStream).id));
  keep('remote-side-stays-readable', 'getRemoteStreams', () => names(legacy.getRemoteStreams!(), (stream) => (stream as MediaStream).id));
  keep('remote-side-stays-readable', 'canTrickleIceCandidates', () => pc.canTrickleIceCandidates);
  keep('gathering-state-stays', 'iceGatheringState', () => pc.iceGatheringState);
  keep('transceivers-stay-listed', 'getTransceivers', () => names(pc.getTransceivers(), identify));
  pc.getTransceivers().forEach((transceiver, i) => {
    readings.push({ promise: 'transceivers-read-stopped', path: `${owner.name} transceiver ${i}.mid`, value: transceiver.mid });
    readings.push({ promise: 'senders-are-stopped', path: `${owner.name} sender ${i}.track`, value: transceiver.sender.track && identify(transceiver.sender.track) });
  });
  return readings;
}

/** The states of a connection and its channels, cheap to read. */
export function readStates({ pc, owner, on }: Actor, { things }: Stage): Reading[] {
  const readings: Reading[] = [];
  const state = (promise: ClauseId, path: string, value: unknown, wanted: unknown = 'closed') => readings.push({ promise, path, value, wanted });
  for (const member of ['signalingState', 'iceConnectionState', 'connectionState'] as const) state('connection-reads-closed', `connection ${on}.${member}`, pc[member]);
  for (const [object, { kind, name, isClosed, owner: mine }] of things) {
    if (mine !== owner || !isClosed) continue;
    if (kind === 'channel') state('channels-read-closed', `${name}.readyState`, (object as RTCDataChannel).readyState);
    else if (kind !== 'received' && kind !== 'connection') state('transports-read-closed', `${name}.state`, (object as RTCSctpTransport).state);
  }
  return readings;
}

/** All that a closed connection reads. */
export function readClosed(actor: Actor, stage: Stage, identify: (object: object) => unknown): Reading[] {
  const { pc, owner } = actor;
  const readings = [...readStates(actor, stage), ...readKept(actor, identify)];
  const fixed = (promise: ClauseId, path: string, value: unknown, wanted: unknown) => readings.push({ promise, path: `${owner.name} ${path}`, value, wanted });
  fixed('senders-are-stopped', 'getSenders()', pc.getSenders().length, 0);
  fixed('senders-are-stopped', 'getReceivers()', pc.getReceivers().length, 0);
  pc.getTransceivers().forEach((transceiver, i) => {
    if ('stopped' in transceiver) fixed('transceivers-read-stopped', `transceiver ${i}.stopped`, transceiver.stopped, true);
    fixed('transceivers-read-stopped', `transceiver ${i}.direction`, transceiver.direction, 'stopped');
    fixed('transceivers-read-stopped', `transceiver ${i}.currentDirection`, transceiver.currentDirection, 'stopped');
  });
  return readings;
}
