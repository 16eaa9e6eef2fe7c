import { expect } from 'vitest';
import { type Pair, makePair, negotiate } from '../../../src/conformance/pair';
import { until } from '../../../src/conformance/realm';
import type { Behaviour } from '../../replay/behaviour';
import { makeEngine } from '../../replay/make-engine';
import type { ReplayedEngine } from '../../replay/replayed-engine';
import { install } from '../../replay/shim';

type Options = Parameters<typeof install>[1];

/** A listener as the engine was asked for it. */
interface Asked {
  target: object;
  type: string;
  callback: unknown;
  captures: boolean;
}

/** A connected pair with a channel of each way of coming by one, and a track each way. */
export interface Connected extends Pair {
  made: RTCDataChannel;
  received: RTCDataChannel;
  farMade: RTCDataChannel;
  farReceived: RTCDataChannel;
  /** What the near side sends, and what it receives. */
  sent: MediaStreamTrack;
  track: MediaStreamTrack;
}

/** A page in a replayed engine with the shim. */
export interface ReplayedPage {
  global: Record<string, unknown> & { Event: typeof Event };
  Connection: new (configuration?: object) => RTCPeerConnection;
  handle: ReturnType<typeof install>;
  /** Every listener that the engine was asked for, in order: the page's and the shim's. */
  asked: Asked[];
  connect(): Promise<Connected>;
}

/** Notes what is asked of the engine's `addEventListener`. */
function noteListeners(global: Record<string, unknown>): Asked[] {
  const asked: Asked[] = [];
  const { prototype } = global.EventTarget as { prototype: EventTarget };
  const native = prototype.addEventListener as (...args: unknown[]) => void;
  prototype.addEventListener = function addEventListener(this: object, ...args: unknown[]) {
    asked.push({ target: this, type: args[0] as string, callback: args[1], captures: args[2] === true });
    native.apply(this, args);
  };
  return asked;
}

function local(global: Record<string, unknown>): MediaStream {
  return new (global.AudioContext as typeof AudioContext)().createMediaStreamDestination().stream;
}

/** Connects two connections of a replayed realm. */
export async function connectIn(global: Record<string, unknown>): Promise<Connected> {
  const pair = makePair(global);
  const stream = local(global);
  const [sent] = stream.getAudioTracks();
  for (const [connection, media] of [[pair.near, stream], [pair.far, local(global)]] as const) {
    if ('addTrack' in connection) connection.addTrack(media.getAudioTracks()[0]!, media);
    else (connection as { addStream(stream: MediaStream): void }).addStream(media);
  }
  const near: RTCDataChannel[] = [];
  const far: RTCDataChannel[] = [];
  pair.near.addEventListener('datachannel', ({ channel }) => near.push(channel));
  pair.far.addEventListener('datachannel', ({ channel }) => far.push(channel));
  const made = pair.near.createDataChannel('made');
  const farMade = pair.far.createDataChannel('received');
  await negotiate(pair);
  await until('open channels', () => near[0] && far[0] && [made, farMade, near[0], far[0]].every(({ readyState }) => readyState === 'open'));
  const track = 'getReceivers' in pair.near ? pair.near.getReceivers()[0]!.track : (pair.near as { getRemoteStreams(): MediaStream[] }).getRemoteStreams()[0]!.getAudioTracks()[0]!;
  return { ...pair, made, received: near[0]!, farMade, farReceived: far[0]!, sent: sent!, track };
}

/** Runs a test in a replayed engine with the shim, in its own time; no listener of it may throw. */
export const inReplay =
  ({ behaviour }: Pick<ReplayedEngine, 'behaviour'>, test: (page: ReplayedPage) => unknown, options: Options = {}) =>
  async (): Promise<void> => {
    const { global, clock, errors } = makeEngine(behaviour);
    const asked = noteListeners(global);
    const handle = install(global, options);
    const Connection = global[behaviour.connection] as ReplayedPage['Connection'];
    await clock.run(async () => test({ global: global as ReplayedPage['global'], Connection, handle, asked, connect: () => connectIn(global) }));
    expect(errors).toEqual([]);
  };

/** An engine that departs from another. */
export const departingFrom = ({ behaviour }: ReplayedEngine, departures: Partial<Behaviour>): Pick<ReplayedEngine, 'behaviour'> => ({ behaviour: { ...behaviour, ...departures } });

/** Notes the events of the types on a target, as `label type`, in the order in which they are heard. */
export function hear(heard: string[], label: string, target: EventTarget, types: readonly string[]): void {
  for (const type of types) target.addEventListener(type, () => heard.push(`${label} ${type}`));
}
