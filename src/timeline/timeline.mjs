import { judgeEvents, owedEvents } from './judge-events.mjs';

/**
 * @typedef {import('../check').Recording} Recording
 * @typedef {import('./judge-events.mjs').Heeded} Heeded a recording, or what there is of it so far
 * @typedef {import('./judge-events.mjs').Mark} Mark
 * @typedef {'good' | 'bad' | 'plain'} Tone
 *
 * @typedef {object} Span a stretch in which a state was read
 * @property {number} from milliseconds since `close()` was called
 * @property {number} to `Infinity` for the last one
 * @property {string} state
 * @property {Tone} tone
 *
 * @typedef {object} Lane
 * @property {string} name that of its target
 * @property {'connection' | 'channels' | 'transports' | 'tracks' | 'local tracks'} kind
 * @property {{ before: string, atOnce: string, later: string }} reads
 * @property {Span[]} spans
 * @property {Mark[]} marks
 * @property {string[]} missing the types of events that were owed and never came
 *
 * @typedef {object} Timeline
 * @property {Lane[]} lanes
 * @property {Mark[]} marks of all lanes, in order
 * @property {number} took how long `close()` took to return, in milliseconds
 * @property {number} inside when the last event was heard before it had returned; 0 when none was
 * @property {number} last when the last event of all was heard
 */

const KINDS = /** @type {[RegExp, Lane['kind'], string[]][]} */ ([
  [/^connection$/, 'connection', ['signalingState', 'iceConnectionState', 'connectionState']],
  [/^channel /, 'channels', ['readyState']],
  [/^(sctp|dtls|ice) /, 'transports', ['state']],
  [/^received track /, 'tracks', ['readyState']],
  [/^local track /, 'local tracks', ['readyState']],
]);

/**
 * A recording as lanes, one for each object that was listened to. Of one that is not over, nothing is missing yet.
 * @param {Heeded} recording
 * @returns {Timeline}
 */
export function timelineOf(recording) {
  const marks = judgeEvents(recording);
  const { later } = recording;
  const missed = !later ? [] : owedEvents(recording).filter((event) => !marks.some(({ target, type }) => event === `${target} ${type}`));
  const names = namesIn(recording.before);
  /** @type {Lane[]} */
  const lanes = [];
  KINDS.forEach(([pattern, kind, members]) => names.filter((name) => pattern.test(name)).forEach((name) => {
    const mine = marks.filter(({ target }) => target === name);
    const read = (/** @type {Recording['before']} */ readings) => stateIn(readings, name, members);
    const reads = { before: read(recording.before), atOnce: read(recording.atOnce), later: later ? read(later) : '' };
    const missing = missed.filter((event) => event.indexOf(`${name} `) === 0).map((event) => event.slice(name.length + 1));
    lanes.push({ name, kind, reads, spans: spansOf(kind, reads.atOnce, mine), marks: mine, missing });
  }));
  const last = (/** @type {Mark[]} */ some) => some.reduce((latest, { at }) => Math.max(latest, at), 0);
  return { lanes, marks, took: recording.took, inside: last(marks.filter(({ phase }) => phase === 'inside')), last: last(marks) };
}

/**
 * How a state that is read after `close()` is to be seen; a received track may be live until its event, a local one belongs to the page.
 * @param {Lane['kind']} kind
 * @param {string} state
 * @returns {Tone}
 */
export function toneOf(kind, state) {
  if (kind === 'local tracks') return 'plain';
  if (kind === 'tracks') return state === 'ended' ? 'good' : 'plain';
  return state === 'closed' ? 'good' : 'bad';
}

/** @param {Recording['before']} readings */
function namesIn(readings) {
  return Object.keys(readings).map((path) => path.split('.')[0] || '').filter((name, i, all) => all.indexOf(name) === i);
}

/**
 * @param {Recording['before']} readings
 * @param {string} name
 * @param {string[]} members a connection has several: the first that does not read closed is the news
 */
function stateIn(readings, name, members) {
  const states = members.map((member) => readings[`${name}.${member}`]).filter((state) => state !== undefined);
  return states.filter((state) => state !== 'closed')[0] || states[0] || '';
}

/**
 * @param {Lane['kind']} kind
 * @param {string} atOnce
 * @param {Mark[]} marks
 * @returns {Span[]}
 */
function spansOf(kind, atOnce, marks) {
  const changes = [{ at: 0, state: atOnce }].concat(marks.filter(({ phase }) => phase === 'after'))
    .filter(({ state }, i, all) => i === 0 || state !== all[i - 1]?.state);
  return changes.map(({ at, state }, i) => ({ from: at, to: changes[i + 1]?.at ?? Infinity, state, tone: toneOf(kind, state) }));
}
