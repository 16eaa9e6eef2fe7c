import type { Behaviour } from './behaviour';
import { close } from './close';
import { Connection, type Description, type Transceiver } from './connection';
import type { Interface } from './interfaces';
import type { Stream, Track } from './media';
import { type Negotiation, announceChannel, setLocal, setRemote } from './negotiate';
import { actOut, errorNamed, refused } from './realm-parts';
import { sdpOf } from './sdp';

const connectionEvents = ['signalingstatechange', 'iceconnectionstatechange', 'connectionstatechange', 'icegatheringstatechange']
  .concat(['negotiationneeded', 'icecandidate', 'icecandidateerror', 'track', 'datachannel', 'addstream', 'removestream']);

/** How often a description can be read while the engine's threads work on statistics. */
const READS_UNTIL_STATISTICS = 50;

/** Makes the connection interface of a realm. */
export function createConnectionInterface(realm: Negotiation): Interface {
  const { behaviour, clock, interfaces, channels, numbered } = realm;
  const { define, make } = interfaces;
  const of = interfaces.modelOf as (face: object) => Connection;
  const modelOf = interfaces.modelOf as <T>(face: object) => T;
  /** An operation in the forms that the engine has: with callbacks, with a promise. */
  const operation = (connection: Connection, call: string, args: unknown[], act: () => unknown) => {
    const callbacks = args.filter((arg) => typeof arg === 'function') as ((value?: unknown) => void)[];
    if (!callbacks.length && !behaviour.promises) throw errorNamed('TypeError');
    const name = args.length ? `${call}()` : `${call}() of nothing`;
    const outcome = new Promise((resolve, reject) => {
      if (connection.closed) {
        const told = behaviour.calls[name] ?? behaviour.calls[`${call}()`] ?? `rejects ${behaviour.refusal}`;
        (actOut(told) as Promise<unknown>).then(resolve, reject);
        return;
      }
      // What is pending when the connection closes never settles.
      clock.after(1, () => {
        if (!connection.closed) resolve(act());
      });
    });
    if (!callbacks.length) return outcome;
    outcome.then(callbacks[0], callbacks[1]);
    return behaviour.promises ? Promise.resolve() : undefined;
  };
  const described = (connection: Connection, type: string): Description => ({ type, sdp: sdpOf(numbered.indexOf(connection)) });
  /** A description, or what a stream list gives, that some engines refuse to read of a closed connection. */
  const readable = <T>(connection: Connection, value: T): T => {
    if (connection.closed && behaviour.descriptionsThrow) throw errorNamed(behaviour.descriptionsThrow);
    return value;
  };
  const listed = (connection: Connection, what: Behaviour['listed'][number], pick: (transceiver: Transceiver) => object) =>
    connection.closed && !behaviour.listed.includes(what) ? [] : connection.transceivers.map(pick);

  const members = {
    get signalingState() {
      return of(this).states.signalingState;
    },
    get iceConnectionState() {
      return of(this).states.iceConnectionState;
    },
    get connectionState() {
      return of(this).states.connectionState;
    },
    get iceGatheringState() {
      return of(this).states.iceGatheringState;
    },
    get canTrickleIceCandidates() {
      const { closed, remote } = of(this);
      return closed && behaviour.forgets.includes('canTrickleIceCandidates') ? null : remote && true;
    },
    get sctp() {
      return of(this).transports.sctp?.face ?? null;
    },
    get localDescription() {
      of(this).readsUntilStatistics -= 1;
      return readable(of(this), of(this).local);
    },
    get currentLocalDescription() {
      return readable(of(this), of(this).local);
    },
    get pendingLocalDescription() {
      return readable(of(this), null);
    },
    get remoteDescription() {
      return readable(of(this), of(this).remote);
    },
    get currentRemoteDescription() {
      return readable(of(this), of(this).remote);
    },
    get pendingRemoteDescription() {
      return readable(of(this), null);
    },
    close() {
      close(of(this), realm);
    },
    createOffer(...args: unknown[]) {
      const connection = of(this);
      return operation(connection, 'createOffer', args.length ? args : [{}], () => described(connection, 'offer'));
    },
    createAnswer(...args: unknown[]) {
      const connection = of(this);
      return operation(connection, 'createAnswer', args.length ? args : [{}], () => described(connection, 'answer'));
    },
    setLocalDescription(...args: unknown[]) {
      const connection = of(this);
      return operation(connection, 'setLocalDescription', args, () => setLocal(connection, (args[0] as Description | undefined) ?? described(connection, 'offer'), realm));
    },
    setRemoteDescription(...args: unknown[]) {
      const connection = of(this);
      return operation(connection, 'setRemoteDescription', args, () => setRemote(connection, args[0] as Description, realm));
    },
    addIceCandidate(...args: unknown[]) {
      return operation(of(this), 'addIceCandidate', args, () => undefined);
    },
    createDataChannel(label: string, { id }: { id?: number } = {}) {
      const connection = of(this);
      return refused(behaviour, connection, 'createDataChannel()', 'throws', () => {
        const channel = channels.make(connection, String(label), id);
        connection.channels.push(channel);
        connection.queue(1, connection.face, 'negotiationneeded', () => undefined);
        if (connection.connected && connection.peer) announceChannel(channel, connection.peer, 3, realm);
        return channel.face;
      });
    },
    addTrack(track: object, stream?: object) {
      const connection = of(this);
      return refused(behaviour, connection, 'addTrack()', 'throws', () => {
        const local = stream && modelOf<Stream>(stream);
        if (local && !connection.localStreams.includes(local)) connection.localStreams.push(local);
        const { kind } = modelOf<Track>(track);
        return realm.makeTransceiver(connection, modelOf<Track>(track), kind).sender;
      });
    },
    addStream(stream: object) {
      const connection = of(this);
      return refused(behaviour, connection, 'addStream()', 'throws', () => {
        const local = modelOf<Stream>(stream);
        connection.localStreams.push(local);
        for (const track of local.tracks) realm.makeTransceiver(connection, track, track.kind);
      });
    },
    removeTrack() {
      return refused(behaviour, of(this), 'removeTrack()', 'throws', () => undefined);
    },
    addTransceiver(kind: string) {
      const connection = of(this);
      return refused(behaviour, connection, 'addTransceiver()', 'throws', () => realm.makeTransceiver(connection, null, kind).face);
    },
    getSenders() {
      return listed(of(this), 'senders', ({ sender }) => sender);
    },
    getReceivers() {
      return listed(of(this), 'receivers', ({ receiver }) => receiver);
    },
    getTransceivers() {
      return listed(of(this), 'transceivers', ({ face }) => face);
    },
    getConfiguration() {
      return {};
    },
    setConfiguration() {
      return refused(behaviour, of(this), 'setConfiguration()', 'throws', () => undefined);
    },
    restartIce() {
      of(this);
    },
    getLocalStreams() {
      return readable(of(this), of(this).localStreams.map(({ face }) => face));
    },
    getRemoteStreams() {
      return readable(of(this), of(this).remoteStreams.map(({ face }) => face));
    },
    getStats(...args: unknown[]) {
      const connection = of(this);
      const [ok, ko] = args.filter((arg) => typeof arg === 'function') as ((value?: unknown) => void)[];
      const wasClosed = connection.closed;
      if (wasClosed && 'getStats()' in behaviour.calls) return actOut(behaviour.calls['getStats()']!);
      if (ok && wasClosed && behaviour.statsReject) throw errorNamed(behaviour.statsReject);
      connection.readsUntilStatistics = READS_UNTIL_STATISTICS;
      const report = new Promise((resolve, reject) => {
        clock.after(2, () => {
          connection.readsUntilStatistics = 0;
          if (wasClosed && behaviour.statsReject) reject(errorNamed(behaviour.statsReject));
          else if (wasClosed || !connection.closed || !behaviour.statsHang) resolve(new Map());
        });
      });
      if (!ok) return report;
      report.then(ok, ko);
      return undefined;
    },
  };
  const ofForm = <T extends object>(all: T): T => {
    // The number of parameters tells pages which form an engine has.
    if (!behaviour.promises) {
      for (const [name, length] of Object.entries({ createOffer: 2, createAnswer: 2, setLocalDescription: 3, setRemoteDescription: 3, addIceCandidate: 3, getStats: behaviour.callsHandlers ? 3 : 2 })) {
        Object.defineProperty((all as Record<string, object>)[name], 'length', { value: length, configurable: true });
      }
    }
    return all;
  };
  const ConnectionInterface = define(behaviour.connection, ofForm(members), connectionEvents, (_args, self) => {
    const connection = new Connection(realm);
    numbered.push(connection);
    connection.face = make(ConnectionInterface, connection);
    if (Object.getPrototypeOf(self) !== ConnectionInterface.prototype) Object.setPrototypeOf(connection.face, Object.getPrototypeOf(self) as object);
    return connection.face;
  });
  return ConnectionInterface;
}
