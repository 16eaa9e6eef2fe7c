import { html } from './html.mjs';

const SIGNS = [
  { sign: html`<rect class="span bad" x="0" y="2" width="26" height="16"/>`, says: 'reads something else than closed' },
  { sign: html`<rect class="span good" x="0" y="2" width="26" height="16"/>`, says: 'reads closed (a track: ended)' },
  { sign: html`<path class="mark stray" d="M13 2l8 8l-8 8l-8 -8z"/>`, says: 'an event that should not be' },
  { sign: html`<circle class="mark owed" cx="13" cy="10" r="8"/><text class="turn" x="13" y="13.5" text-anchor="middle">1</text>`, says: 'an event that is owed; of channels, in which turn' },
  { sign: html`<circle class="mark out-of-turn" cx="13" cy="10" r="8"/><text class="turn" x="13" y="13.5" text-anchor="middle">1</text>`, says: 'owed, but before a channel that was met earlier' },
  { sign: html`<circle class="missing" cx="13" cy="10" r="7"/>`, says: 'owed, and never came' },
  { sign: html`<rect class="inside" x="0" y="2" width="26" height="16"/>`, says: 'close() has not returned yet' },
];

/**
 * What the signs of the timelines mean.
 * @returns {import('./html.mjs').Markup}
 */
export function legend() {
  return html`<p>A connection with audio and video both ways and six data channels is closed at 0 ms. Each line is one of its objects: what it read before and right after <code>close()</code>, what it fired and when, and what it read when nothing more came. The scale is fine at first and coarser later.</p>
<ul class="legend">${SIGNS.map(({ sign, says }) => html`<li><svg width="26" height="20" viewBox="0 0 26 20" aria-hidden="true">${sign}</svg> ${says}</li>`)}</ul>`;
}
