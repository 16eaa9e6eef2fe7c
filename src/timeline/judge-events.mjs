/**
 * @typedef {import('../check').Recording} Recording
 * @typedef {import('../check').Heard} Heard
 *
 * @typedef {Pick<Recording, 'before' | 'atOnce' | 'took' | 'heard'> & Partial<Recording>} Heeded a recording, or what there is of it while it is made
 *
 * @typedef {'owed' | 'out-of-turn' | 'stray'} Judgement
 *
 * @typedef {object} Mark an event, however many ways it was listened for
 * @property {string} target
 * @property {string} type
 * @property {number} at milliseconds since `close()` was called
 * @property {Heard['phase']} phase
 * @property {string} state what the target's own state read in it
 * @property {Judgement} judgement
 * @property {string} because empty for what is owed
 * @property {number} [turn] the how manieth channel's `close` it is
 */

/**
 * The events that a recording heard, in order, each with what the close contract says of it.
 * @param {Heeded} recording
 * @returns {Mark[]}
 */
export function judgeEvents(recording) {
  const waiting = owedEvents(recording);
  let turn = 0;
  return onceEach(recording.heard.concat(recording.heardAfterSecond ?? [])).map(({ target, type, at, phase, state }) => {
    const event = `${target} ${type}`;
    const place = waiting.indexOf(event);
    const due = place >= 0;
    const outOfTurn = due && type === 'close' && place > 0;
    if (due) waiting.splice(place, 1);
    const because = whyStray(due, type, phase, state) || (outOfTurn ? 'before one that was met earlier' : '');
    /** @type {Judgement} */
    const judgement = !because ? 'owed' : outOfTurn && phase === 'after' && state === 'closed' ? 'out-of-turn' : 'stray';
    /** @type {Mark} */
    const mark = { target, type, at, phase, state, judgement, because };
    if (due && type === 'close') mark.turn = ++turn;
    return mark;
  });
}

/**
 * What the contract owes after a `close()`, as `TARGET TYPE`: `close` to each channel that was not closed, in the order of meeting, then `ended` to each live received track.
 * @param {Pick<Recording, 'before'>} recording
 * @returns {string[]}
 */
export function owedEvents({ before }) {
  const owed = (/** @type {RegExp} */ pattern, /** @type {string} */ over, /** @type {string} */ type) =>
    Object.keys(before).filter((path) => pattern.test(path) && before[path] !== over).map((path) => `${path.split('.')[0]} ${type}`);
  return owed(/^channel .*\.readyState$/, 'closed', 'close').concat(owed(/^received track .*\.readyState$/, 'ended', 'ended'));
}

/**
 * @param {boolean} due
 * @param {string} type
 * @param {Heard['phase']} phase
 * @param {string} state
 */
function whyStray(due, type, phase, state) {
  if (phase === 'inside') return 'before close() has returned';
  if (!due) return 'nothing of it is owed';
  const over = type === 'close' ? 'closed' : 'ended';
  return state === over ? '' : `its target reads "${state}"`;
}

/**
 * @param {Heard[]} heard
 * @returns {Heard[]} the nth call of a target's listener and of its handler for a type are the same event
 */
function onceEach(heard) {
  /** @type {Record<string, number>} */
  const calls = {};
  /** @type {Record<string, boolean>} */
  const seen = {};
  return heard.filter(({ target, type, via }) => {
    const way = `${target} ${type} ${via}`;
    const nth = (calls[way] || 0) + 1;
    calls[way] = nth;
    const event = `${target} ${type} ${nth}`;
    const again = seen[event];
    seen[event] = true;
    return !again;
  });
}
