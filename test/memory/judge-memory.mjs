import { heapGrowth } from './heap-growth.mjs';

// Settled native runs of one browser, 2 of 10,000 connections and 3 of 500, differed by none; one may be in what the engine has not cleared yet.
const TOLERANCE = 1;
// Less than the smallest thing that could be leaked each time: an object and the slot that holds it.
const BYTES = 16;
const SIGMAS = 3;
// Until then heaps grow by what engines compile and cache.
const WARM_AFTER = 1500;

/**
 * @typedef {import('./page/main.mjs').PageReport} PageReport
 * @typedef {import('./page/main.mjs').Part} Part
 * @typedef {{ ok: boolean, text: string }} Verdict
 */

/**
 * Whether a page with the shim keeps no more alive than one without.
 * @param {PageReport} native
 * @param {PageReport} shimmed
 * @returns {Verdict[]}
 */
export function judgeMemory(native, shimmed) {
  const names = /** @type {(keyof PageReport['parts'])[]} */ (Object.keys(native.parts));
  return [
    ...[native, shimmed].map(sees),
    ...names.flatMap((name) => alive(name, native.parts[name], shimmed.parts[name])),
    ...grows('connections', native.parts.connections.heap, shimmed.parts.connections.heap),
    ...grows('installs', shimmed.parts.installs.control ?? [], shimmed.parts.installs.heap),
    { ok: shimmed.parts.installs.isNative === true, text: `installs: after ${shimmed.parts.installs.n} times close() is the engine's own` },
  ];
}

/**
 * Whether a census could come out otherwise: it sees what is gone, and what lives.
 * @param {PageReport} report
 * @param {number} i
 * @returns {Verdict}
 */
function sees({ parts }, i) {
  const mode = i ? 'shimmed' : 'native';
  const gone = parts.connections.stages[0]?.counts.sentinel;
  const living = parts.droppedChannels.stages[0]?.counts.connection;
  const ok = gone?.alive === 0 && gone.made > 0 && living !== undefined && living.alive === living.made;
  return { ok, text: `${mode}: plain event targets are collected (${gone?.alive} of ${gone?.made} left), living connections are not (${living?.alive} of ${living?.made})` };
}

/**
 * @param {string} name
 * @param {Part} native
 * @param {Part} shimmed
 * @returns {Verdict[]} one a stage
 */
function alive(name, native, shimmed) {
  return shimmed.stages.map((stage, i) => {
    const before = native.stages[i];
    // Handles are the shim's own: none may stay that a window does not keep.
    const natively = (/** @type {string} */ kind) => (before?.counts[kind] ?? before?.counts.window)?.alive ?? 0;
    const more = Object.entries(stage.counts).filter(([kind, count]) => count.alive > natively(kind) + TOLERANCE);
    const words = more.map(([kind, count]) => `${count.alive} of ${count.made} × ${kind} alive, natively ${natively(kind)}`);
    if (!stage.settled || !before?.settled) words.push('counts were still changing');
    return { ok: words.length === 0, text: `${name}, ${stage.name}: ${words.join('; ') || 'no more alive than natively'}` };
  });
}

/**
 * @param {string} name
 * @param {import('./page/main.mjs').HeapReading[]} native
 * @param {import('./page/main.mjs').HeapReading[]} shimmed
 * @returns {Verdict[]} none where the engine does not tell, and of runs that are too short
 */
function grows(name, native, shimmed) {
  const [before, now] = [native, shimmed].map((readings) => heapGrowth(readings.filter(({ after }) => after >= WARM_AFTER)));
  if (!before || !now) return [];
  const allowed = before.perItem + SIGMAS * Math.hypot(before.error, now.error) + BYTES;
  const words = [now, before].map(({ perItem, error }) => `${perItem.toFixed(1)} ± ${error.toFixed(1)}`);
  return [{ ok: now.perItem <= allowed, text: `${name}: the heap grew by ${words[0]} bytes each, ${name === 'installs' ? 'the control loop' : 'natively'} ${words[1]}` }];
}
