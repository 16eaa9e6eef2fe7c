import { tracksOf } from '../conformance/media';
import { makePair } from '../conformance/pair';
import { pass } from '../conformance/realm';
import { crashesAtStats } from '../playground/crashes-at-stats';
import { describe, describeError } from './describe';
import { ownNames } from './own-names';
import type { Seat } from './seat';

type Members = Record<string, (...args: unknown[]) => unknown>;

/** What comes of a call until it is looked at. */
interface Outcome {
  value: string;
}

// What comes of a promise in an engine comes within milliseconds.
const patience = 500;

const ofTargets = ['addEventListener', 'removeEventListener', 'dispatchEvent'];

/** Each list of arguments that a member is called with, made anew for each call. */
function lists(seat: Seat, called: (which: string) => () => void): [string, () => unknown[]][] {
  const track = tracksOf(seat.media.stream)[0];
  const stranger = makePair(seat.realm.page).near;
  const sender = stranger.addTrack ? stranger.addTrack(track!, seat.media.stream) : undefined;
  const channel = stranger.createDataChannel('of a stranger');
  const strange = track && 'clone' in track ? track.clone() : track;
  stranger.close();
  return [
    ['nothing', () => []],
    ['a number', () => [5]],
    ['a word', () => ['x']],
    ['an object', () => [{}]],
    ['null', () => [null]],
    ['undefined', () => [undefined]],
    ['a function', () => [called('function')]],
    ['two functions', () => [called('first'), called('second')]],
    ['null and two functions', () => [null, called('first'), called('second')]],
    ['a track', () => [track]],
    ["a stranger's track", () => [strange]],
    ["a stranger's sender", () => [sender]],
    ["a stranger's channel", () => [channel]],
    ['too many', () => [{}, {}, {}, {}, {}]],
  ];
}

function callOne(object: Members, member: string, args: unknown[], outcome: Outcome): void {
  try {
    const value = object[member]!(...args) as Promise<unknown> | undefined;
    if (!value || typeof value.then !== 'function') {
      outcome.value = 'returns ' + describe(value);
      return;
    }
    outcome.value = 'never settles';
    value.then(
      (result) => (outcome.value = 'resolves ' + describe(result)),
      (error: unknown) => (outcome.value = 'rejects ' + describeError(error)),
    );
  } catch (error) {
    outcome.value = 'throws ' + describeError(error);
  }
}

/** Calls every member of every object with every list of arguments, and notes what comes of it. `spared`: members that are not to be called. */
export async function callMembers(seat: Seat, when: string, spared: RegExp): Promise<void> {
  const outcomes: { object: string; member: string; way: string; outcome: Outcome; callbacks: string[] }[] = [];
  let callbacks: string[] = [];
  const called = (which: string) => {
    const mine = callbacks;
    return () => void mine.push(which);
  };
  const all = lists(seat, called);
  Object.keys(seat.objects).forEach((name) => {
    const object = seat.objects[name]! as unknown as Members;
    const members = ownNames(object).concat(ofTargets).filter((member) => isMethod(object, member) && !spared.test(name + '.' + member));
    members.forEach((member) => {
      if (member === 'getStats' && crashesAtStats(navigator.userAgent)) return;
      all.forEach(([way, make]) => {
        callbacks = [];
        const outcome = { value: '' };
        callOne(object, member, make(), outcome);
        outcomes.push({ object: name, member: member + '()', way, outcome, callbacks });
      });
      noteFreshness(seat, name, object, member, when);
    });
  });
  await pass(patience);
  outcomes.forEach(({ object, member, way, outcome, callbacks: heard }) =>
    seat.facts.push({ part: 'called', object, member, way, when, facet: 'outcome', value: outcome.value + (heard.length ? ', calls ' + heard.join(', ') : '') }),
  );
}

function isMethod(object: Members, member: string): boolean {
  try {
    return typeof object[member] === 'function' && !/^on/.test(member);
  } catch {
    return false;
  }
}

/** Whether what a question gives is the page's own to change. */
function noteFreshness(seat: Seat, name: string, object: Members, member: string, when: string): void {
  if (!/^get/.test(member)) return;
  try {
    const value = object[member]!();
    if (!value || typeof value !== 'object' || 'then' in value) return;
    const again = value === object[member]!() ? 'the same' : 'another';
    seat.facts.push({ part: 'called', object: name, member: member + '()', way: 'nothing', when, facet: 'called again', value: again });
  } catch {
    // That it throws is its outcome.
  }
}
