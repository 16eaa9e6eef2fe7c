import { inKilobytes } from '../../src/compat/bundled-size.mjs';
import { formatRatio, formatTime } from './format.mjs';
import { summarise } from './summarise.mjs';

/** @typedef {import('./measure-browser.mjs').Result} Result */

const LIVE_PATH = ['create-channel', 'messages', 'read'];
const NOT_MEASURED = '–';

/**
 * What a user wants to know first, in five lines with a cell for each browser: bytes, loading, the live path, the first `close()`, a thousand channels.
 * @param {readonly Result[]} results
 * @returns {{ head: string[], rows: string[][] }}
 */
export function fiveLines(results) {
  const lines = results.map(ofBrowser);
  const words = [
    'Script tag, brotli (and webrtc-adapter’s)',
    'Load and install, in times webrtc-adapter’s',
    '`createDataChannel()`, a message there, reading `readyState`, in times native',
    'First `close()` of a page, 1 live channel, in times native',
    '`close()` of 1,000 live channels, in times native',
  ];
  return { head: ['Cost', ...results.map(({ browser }) => `${browser.name} (${browser.version})`)], rows: words.map((line, i) => [line, ...lines.map((cells) => cells[i] ?? NOT_MEASURED)]) };
}

/** @param {Result} result */
function ofBrowser({ bytes, samples }) {
  const rows = samples.map(summarise);
  const of = (/** @type {string} */ id) => rows.find((row) => row.id === id);
  const [load, first, thousand] = ['load', 'first-close', 'close-1000'].map(of);
  const live = LIVE_PATH.flatMap((id) => of(id) ?? []);
  return [
    `${inKilobytes(bytes.shim)} (${inKilobytes(bytes.adapter)})`,
    load && `${formatRatio(load.toAdapter)}, n = ${load.n}`,
    live.length === LIVE_PATH.length ? live.map(({ toNative, n }) => `${formatRatio(toNative.shim)}, n = ${n}`).join('; ') : undefined,
    first && ofNative(first),
    thousand && ofNative(thousand),
  ];
}

/** @param {import('./summarise.mjs').Row} row */
function ofNative({ toNative, ms, n }) {
  return `${formatRatio(toNative.shim)} of ${formatTime(ms.native.median)}, n = ${n}`;
}
