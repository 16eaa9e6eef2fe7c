import { type Estate, openEstate, own } from './ledger';
import { type Method, apply } from './natives';
import type { Patches } from './patches';
import { ask, reach, sentTracks } from './reach';
import type { Kind, Realm } from './realm';
import type { Repair } from './repair';
import { type Sealer, type Seals, createSealer } from './seals';
import { awaitEnded, guard, guardFirst, isUnshared, listenBefore, takeAwaited } from './silence';

/** What `close()` does beside its repairs. */
export interface CloseOptions {
  /** Stop the local tracks that are being sent. */
  stopTracks: boolean;
  /** Whether a second `close()` stops at the shim. */
  quietTwice: boolean;
  /** Whether channels get their `close` event. */
  announce: boolean;
}

/** What is done to the objects of one kind at close. */
interface Treatment {
  kind: Kind;
  sealer: Sealer | undefined;
  silenced: readonly string[];
}

const eachKind = <T>(parts: Partial<Record<Kind, T>> | undefined, visit: (kind: Kind, part: T) => void) => {
  for (const kind in parts) visit(kind as Kind, parts[kind as Kind]!);
};

/** One treatment a kind, out of what all repairs ask for it. */
function treatments(realm: Realm, repairs: readonly Repair[]): Treatment[] {
  const seals: Partial<Record<Kind, Seals>> = {};
  const silences: Partial<Record<Kind, string[]>> = {};
  repairs.forEach((repair) => {
    eachKind(repair.seals, (kind, part) => {
      const all = (seals[kind] = seals[kind] || {});
      for (const name in part) all[name] = part[name]!;
    });
    eachKind(repair.silences, (kind, types) => {
      silences[kind] = (silences[kind] || []).concat(types);
    });
  });
  return (Object.keys(reach) as Kind[])
    .filter((kind) => seals[kind] || silences[kind])
    .map((kind) => ({
      kind,
      sealer: seals[kind] && createSealer(realm, seals[kind]),
      silenced: silences[kind] || [],
    }));
}

/** Puts the one `close()` in place, with what its repairs need while a connection lives. */
export function patchClose(realm: Realm, patches: Patches, repairs: readonly Repair[], options: CloseOptions): void {
  const delivers = (event: Repair['delivers']) => repairs.some((repair) => repair.delivers === event);
  const announced = delivers('close') && options.announce;
  const ended = delivers('ended');
  const treated = treatments(realm, repairs);
  // Chromium below 43.
  const handlersOnInstances = !('onsignalingstatechange' in realm.Connection.prototype);
  const afterwards = repairs.filter((repair) => repair.closed);

  /** The objects of a kind that do not read `over` yet. */
  const notYet = (over: string, kind: Kind, connection: object) => {
    const open: object[] = [];
    const all = reach[kind](connection) as RTCDataChannel[];
    for (let i = 0; i < all.length; i++) if (all[i]!.readyState !== over) open[open.length] = all[i]!;
    return open;
  };

  const close = (next: Method, connection: RTCPeerConnection, estate: Estate): unknown => {
    const objects: object[][] = [];
    for (let i = 0; i < treated.length; i++) {
      const { kind, sealer, silenced } = treated[i]!;
      const list = (objects[i] = reach[kind](connection));
      for (let j = 0; j < list.length; j++) {
        const object = list[j]!;
        if (sealer) sealer.remember(object);
        // The ledger has met the channels; what else belongs to the connection is met here.
        const met = kind === 'RTCDataChannel';
        if (!met) own(estate, object);
        if (met && !handlersOnInstances) continue;
        for (let k = 0; k < silenced.length; k++) {
          if (isUnshared(object, silenced[k]!)) listenBefore(realm, object, silenced[k]!, guard);
          else if (!met) realm.listen(object, silenced[k]!, guard);
        }
      }
    }
    const ending = ended ? notYet('ended', 'MediaStreamTrack', connection) : [];
    const closing = announced ? notYet('closed', 'RTCDataChannel', connection) : [];
    const sent = (options.stopTracks ? sentTracks(connection) : []) as unknown[] as MediaStreamTrack[];

    // The mark comes first: what the engine fires from inside its close() meets a closed connection.
    estate.closed = true;
    try {
      return apply(next, connection);
    } finally {
      if (ask(connection, 'signalingState') === 'closed') {
        for (let i = 0; i < treated.length; i++) {
          const { sealer } = treated[i]!;
          if (sealer) for (let j = 0; j < objects[i]!.length; j++) sealer.seal(objects[i]![j]!);
        }
        for (let i = 0; i < afterwards.length; i++) afterwards[i]!.closed!(connection);
        for (let i = 0; i < sent.length; i++) sent[i]!.stop();
        estate.channels = [];
        for (let i = 0; i < ending.length; i++) awaitEnded(ending[i]!);
        deliver(realm, ending, 'ended', 0, () => deliver(realm, closing, 'close', 0));
      } else {
        estate.closed = false;
      }
    }
  };

  patches.wrap(realm.Connection.prototype, 'close', 'value', (next, self, args) => {
    // The engine's own error for what is no connection comes from the engine.
    if (Object(self) !== self) return apply(next, self, args);
    const estate = openEstate(self);
    if (estate.closed || ask(self, 'signalingState') === 'closed') {
      return options.quietTwice ? undefined : apply(next, self, args);
    }
    return close(next, self as RTCPeerConnection, estate);
  });

  treated.forEach(({ kind, silenced }) => {
    const prototype = realm.prototypeOf(kind);
    if (prototype && silenced.length) guardFirst(realm, patches, prototype, silenced);
  });
}

/** Fires one event on each target, each in a task of its own, then goes on. */
function deliver(realm: Realm, targets: object[], type: string, at: number, then?: () => void): void {
  if (at === targets.length) return then && then();
  realm.task(() => {
    // Firefox dispatches its own `ended` to listeners that never hear a page's: where the engine fires it, that one counts.
    if (type !== 'ended' || takeAwaited(targets[at]!)) realm.fire(targets[at]!, type);
    deliver(realm, targets, type, at + 1, then);
  });
}
