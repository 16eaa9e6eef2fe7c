import { callAll } from '../conformance/calls';
import { type Watcher, record, recordPeer } from '../conformance/record';
import { type Scene, peerScenes, scenes } from '../conformance/scenes';
import type { Side } from './side';

/** What is closed, or called, in each of the two realms. */
export interface Step {
  situation: string;
  /** How long it takes natively on a common machine. */
  seconds: number;
  perform(side: Side, watcher: Watcher): Promise<unknown>;
}

const CALLS = 'calls afterwards';
const RUNS_OF_LEAD = 3;
const USUAL_SECONDS = 0.7;
// Measured in Chromium 156 and Firefox 153; only the time left is told from it.
const SECONDS: Record<string, number> = { 'events queued': 1.2, 'peer gone': 1, 'inside onunmute': 1.1, [CALLS]: 1.3 };

/** The names of the situations that can be shown as timelines. */
export const SITUATIONS: string[] = scenes.map(({ name }) => name);

/** All steps of a run: the situation that leads three times, then the others, the closings of the peer, and the calls on a closed connection. */
export function planOf(lead: string): Step[] {
  const closings = scenes.map(closingOf);
  const first = closings.filter(({ situation }) => situation === lead)[0] || closings[0]!;
  const repeated: Step[] = [];
  for (let i = 0; i < RUNS_OF_LEAD; i++) repeated.push(first);
  return repeated.concat(closings.filter((one) => one !== first), peerScenes.map(peerClosingOf), {
    situation: CALLS,
    seconds: secondsOf(CALLS),
    perform: ({ realm, seen, withoutStats }) => callAll(realm as object, withoutStats).then((calls) => { seen.calls = calls; }),
  });
}

const closingOf = (scene: Scene): Step => ({
  situation: scene.name,
  seconds: secondsOf(scene.name),
  perform: ({ realm, seen }, watcher) => record(realm as object, scene, watcher).then(({ recording }) => recording).then((recording) => seen.recordings.push(recording)),
});

const peerClosingOf = (scene: Scene): Step => ({
  situation: scene.name,
  seconds: secondsOf(scene.name),
  perform: ({ realm, seen }) => recordPeer(realm as object, scene).then(({ recording }) => recording).then((recording) => seen.peerRecordings.push(recording)),
});

const secondsOf = (situation: string): number => SECONDS[situation] || USUAL_SECONDS;

/**
 * How long the rest of a run takes, by how fast it went so far.
 * @param done How many steps are done; the half of one is one of its two realms.
 * @param elapsed In milliseconds.
 */
export function secondsLeft(plan: readonly Pick<Step, 'seconds'>[], done: number, elapsed: number): number {
  const expected = (from: number, to: number) => plan.reduce((sum, { seconds }, i) => sum + 2 * seconds * Math.max(0, Math.min(to, i + 1) - Math.max(from, i)), 0);
  const before = expected(0, done);
  const pace = before ? elapsed / 1000 / before : 1;
  return expected(done, plan.length) * pace;
}
