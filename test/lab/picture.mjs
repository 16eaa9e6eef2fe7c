import { deviations } from '../../src/timeline/deviations.mjs';
import { drawTimelines } from '../../src/timeline/draw-timelines.mjs';
import { eventList } from '../../src/timeline/event-list.mjs';
import { timelineOf } from '../../src/timeline/timeline.mjs';
import { html } from './html.mjs';

const SCENE = 'connected';
// A page without a script can't know how wide it is: it has a drawing for each width, and shows one.
const WIDTHS = { phone: 358, tablet: 704, desktop: 1136 };

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
  const description = `Native: ${deviations(native)}. With the shim: ${deviations(shimmed)}.`;
  const drawings = [{ heading: 'Native', tag: 'native', finding: deviations(native), timeline: native }, { heading: 'With the shim', tag: 'shim', finding: deviations(shimmed), timeline: shimmed }];
  return html`<h3>${name} <small>${version}</small></h3>
${Object.entries(WIDTHS).map(([kind, width]) => html`<div class="${kind}">${drawTimelines({ id: `${name}-${kind}`, title: `One close() in ${name}`, description, width }, drawings)}</div>`)}
<details><summary>the same in words</summary><div class="scroll" tabindex="0" role="region" aria-label="Events of ${name}">${eventList(`${name} native`, native)}${eventList(`${name} with the shim`, shimmed)}</div></details>`;
}
