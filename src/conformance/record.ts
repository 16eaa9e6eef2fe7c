import { type Cast, type Readings, castOf, readAll } from './readings';
import { type Page, answer, pass } from './realm';
import { type Scene, setScene, strike } from './scenes';

/** One call of a listener or handler. */
export interface Heard {
  /** The name of the target in the cast, such as `channel first`. */
  target: string;
  type: string;
  via: 'listener' | 'handler';
  /** Before `close()` had returned, or after it. */
  phase: 'inside' | 'after';
  /** Milliseconds since `close()` was called. */
  at: number;
  /** What the target's own state read in the call. */
  state: string;
  /** The interface of an `error` event and its `errorDetail`. */
  error?: string;
}

/** All that was read and heard of one `close()`. */
export interface Recording {
  scene: string;
  before: Readings;
  /** In the statement after `close()`. */
  atOnce: Readings;
  /** How long `close()` took to return, in milliseconds. */
  took: number;
  /** When the time of watching was over. */
  later: Readings;
  heard: Heard[];
  /** What the second `close()` did. */
  second: string;
  /** What was heard after the second `close()`. */
  heardAfterSecond: Heard[];
}

/** Is told of a `close()` while it is being recorded. */
export interface Watcher {
  /** `close()` has returned. */
  onClosed(so: Pick<Recording, 'scene' | 'before' | 'atOnce' | 'took' | 'heard'>): void;
  /** Something was heard after that. */
  onHeard(): void;
}

/** What was read and heard on one connection when its peer closed. */
export type PeerRecording = Pick<Recording, 'scene' | 'before' | 'later' | 'heard'>;

/** For how long a closed connection is watched, in milliseconds. Engines' own late events come within 300. */
const watched = 400;

const types: [RegExp, string[]][] = [
  [
    /^connection$/,
    ['signalingstatechange', 'iceconnectionstatechange', 'connectionstatechange', 'icegatheringstatechange']
      .concat(['negotiationneeded', 'icecandidate', 'icecandidateerror', 'track', 'datachannel', 'addstream', 'removestream']),
  ],
  [/^channel /, ['open', 'message', 'bufferedamountlow', 'closing', 'error', 'close']],
  [/^(sctp|dtls) /, ['statechange', 'error']],
  [/^ice /, ['statechange', 'gatheringstatechange', 'selectedcandidatepairchange']],
  [/^received track /, ['mute', 'unmute', 'ended']],
];

const stateOf = (target: object): string => {
  const object = target as Record<string, unknown>;
  return answer(() => object.readyState || object.state || object.signalingState);
};

type Note = (target: string, type: string, via: Heard['via'], state: string, event: Event) => void;

/** Listens to everything in both ways. */
function hear(cast: Cast, note: Note): void {
  Object.keys(cast).forEach((name) => {
    const target = cast[name]!;
    types.forEach(([pattern, events]) => {
      // Gecko 33: tracks are no event targets.
      if (!pattern.test(name) || !target.addEventListener) return;
      events.forEach((type) => {
        target.addEventListener(type, (event) => note(name, type, 'listener', stateOf(target), event));
        if ('on' + type in target) {
          (target as unknown as Record<string, (event: Event) => void>)['on' + type] = (event) => note(name, type, 'handler', stateOf(target), event);
        }
      });
    });
  });
}

/** Sets a scene in a realm, closes its connection and records what happens. */
export async function record(page: Page, scene: Scene, watcher?: Watcher): Promise<Recording> {
  const stage = await setScene(page, scene);
  const cast = castOf(stage);
  let phase: Heard['phase'] | undefined;
  let closedAt = 0;
  let took = 0;
  let heard: Heard[] = [];
  const note: Note = (target, type, via, state) => {
    if (!phase) return;
    heard.push({ target, type, via, phase, at: page.performance.now() - closedAt, state });
    if (watcher && phase === 'after') watcher.onHeard();
  };
  hear(cast, note);

  let before: Readings = {};
  let atOnce: Readings = {};
  const close = () => {
    before = readAll(cast);
    closedAt = page.performance.now();
    phase = 'inside';
    stage.near.close();
    if (stage.another) stage.another.close();
    took = page.performance.now() - closedAt;
    phase = 'after';
    atOnce = readAll(cast);
    if (watcher) watcher.onClosed({ scene: scene.name, before, atOnce, took, heard });
  };
  const meet = (name: string, channel: RTCDataChannel) => {
    const late = { ['channel ' + name]: channel };
    hear(late, note);
    cast['channel ' + name] = channel;
    atOnce = readAll(cast);
  };
  if (stage.closeInside) await stage.closeInside(close, meet);
  else close();
  await pass(watched);
  const recording = { scene: scene.name, before, atOnce, took, later: readAll(cast), heard };
  heard = [];
  const second = answer(() => stage.near.close());
  await pass(watched / 4);
  strike(stage);
  return { ...recording, second, heardAfterSecond: heard };
}

/** Sets a scene in a realm, has the peer close and records what happens at the side that stays. */
export async function recordPeer(page: Page, scene: Scene): Promise<PeerRecording> {
  const stage = await setScene(page, scene);
  const cast = castOf(stage);
  const heard: Heard[] = [];
  const before = readAll(cast);
  const closedAt = page.performance.now();
  hear(cast, (target, type, via, state, event) => {
    const one: Heard = { target, type, via, phase: 'after', at: page.performance.now() - closedAt, state };
    heard.push(type === 'error' ? { ...one, error: describeError(event as RTCErrorEvent) } : one);
  });
  stage.far.close();
  await pass(watched);
  // What is heard from here on is the end of the scene.
  const recording = { scene: scene.name, before, later: readAll(cast), heard: heard.slice() };
  strike(stage);
  return recording;
}

const describeError = (event: RTCErrorEvent): string =>
  Object.prototype.toString.call(event).slice(8, -1) + ' with ' + answer(() => event.error.errorDetail);
