import { drawTimelines } from './draw-timelines.mjs';
import { eventList } from './event-list.mjs';
import { html } from './html.mjs';
import { timelineOf } from './timeline.mjs';

const SCENE = 'connected';

/**
 * @typedef {import('./timeline.mjs').Timeline} Timeline
 */

/**
 * What a browser did at one `close()` of a connected connection, natively and with the shim; says so where there is nothing to draw.
 * @param {import('./run-browsers.mjs').BrowserRun} browser
 * @returns {import('./html.mjs').Markup}
 */
export function picture({ name, version, runs }) {
  const [native, shimmed] = [runs.native, runs.shimmed].map((run) => {
    const recording = run?.checked.recordings.find(({ scene }) => scene === SCENE);
    return recording && timelineOf(recording);
  });
  if (!native || !shimmed) return html`<h3>${name}</h3><p>No picture: the connection could not be made ${native ? 'with the shim' : 'natively'}.</p>`;
  const title = `${name}: native, ${counted(native)}; with the shim, ${counted(shimmed)}`;
  return html`<h3>${name} <small>${version}</small></h3>
<div class="scroll" tabindex="0" role="region" aria-label="Timelines of ${name}">
${drawTimelines(title, { heading: `Native: ${counted(native)}`, timeline: native }, { heading: `With the shim: ${counted(shimmed)}`, timeline: shimmed })}
</div>
<details><summary>the same in words</summary><div class="scroll" tabindex="0" role="region" aria-label="Events of ${name}">${eventList(`${name} native`, native)}${eventList(`${name} with the shim`, shimmed)}</div></details>`;
}

/**
 * @param {Timeline} timeline
 * @returns {string}
 */
function counted({ lanes, marks }) {
  const count = (/** @type {string} */ judgement) => marks.filter((mark) => mark.judgement === judgement).length;
  const open = lanes.filter(({ kind, reads }) => kind !== 'tracks' && reads.atOnce !== 'closed').length;
  const missing = lanes.flatMap((lane) => lane.missing).length;
  const parts = [
    open > 0 && `${open} not closed at once`,
    count('stray') > 0 && `${count('stray')} stray ${count('stray') === 1 ? 'event' : 'events'}`,
    count('out-of-turn') > 0 && `${count('out-of-turn')} out of turn`,
    missing > 0 && `${missing} missing`,
  ].filter(Boolean);
  return parts.join(', ') || 'all closed at once, only what is owed';
}
