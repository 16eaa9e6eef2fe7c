import { html } from './html.mjs';
import { inMs } from './place-marks.mjs';

/**
 * @typedef {import('./timeline.mjs').Timeline} Timeline
 */

/**
 * A timeline in words, for those who do not see the drawing.
 * @param {string} caption
 * @param {Timeline} timeline
 * @returns {import('./html.mjs').Markup}
 */
export function eventList(caption, { lanes, marks }) {
  return html`<table class="events"><caption>${caption}</caption>
<thead><tr><th scope="col">ms</th><th scope="col">target</th><th scope="col">event</th><th scope="col">its state</th><th scope="col">by the contract</th></tr></thead>
<tbody>
${marks.map(({ at, target, type, state, judgement, because }) => html`<tr><td>${inMs(at)}</td><td>${target}</td><td>${type}</td><td>${state}</td><td class="${judgement}">${judgement === 'owed' ? 'owed' : `${judgement.replaceAll('-', ' ')}: ${because}`}</td></tr>`)}
${lanes.flatMap(({ name, missing }) => missing.map((type) => html`<tr><td>–</td><td>${name}</td><td>${type}</td><td></td><td class="stray">owed, and never came</td></tr>`))}
</tbody></table>`;
}
