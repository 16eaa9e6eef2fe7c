import { bundledSize, inKilobytes, scriptSize } from './bundled-size.mjs';
import { markdownTable } from './markdown-table.mjs';

/**
 * @typedef {object} Entry
 * @property {string} entry as it is imported, or the file of a script tag
 * @property {string} does
 * @property {string} [code] what a page imports of it, where it has a size
 * @property {string} [script] the file in `dist`
 */

/** @type {Entry[]} */
const ENTRIES = [
  { entry: "import 'rtc-close-shim'", does: 'Applies the shim. Take this one.', code: "import './dist/index.js'" },
  { entry: "import { install } from 'rtc-close-shim/fn'", does: 'Changes nothing until you call `install()`: for options, or another window.', code: "export { install } from './dist/fn.js'" },
  { entry: "import 'rtc-close-shim/with-adapter'", does: 'webrtc-adapter first, then the shim. You install adapter yourself; its size is not counted here.', code: "import './dist/with-adapter.js'" },
  { entry: "import { peerClosed } from 'rtc-close-shim/peer'", does: 'Tells within milliseconds that the other side has closed. Needs no shim.', code: "export { peerClosed } from './dist/peer.js'" },
  { entry: "import { check } from 'rtc-close-shim/check'", does: 'The test suite, for your own browsers. Not for production.', code: "export { check } from './dist/check.js'" },
  { entry: "import 'rtc-close-shim/globals'", does: 'Types alone: the prefixed constructors and the globals of the script tags.' },
  { entry: "import data from 'rtc-close-shim/compat-data.json'", does: 'The table of what browsers do natively, typed, in the vocabulary of MDN.' },
  { entry: 'rtc-close-shim.min.js', does: 'Script tag: applies the shim, also in browsers without modules.', script: 'rtc-close-shim.min.js' },
  { entry: 'rtc-close-shim.adapter.min.js', does: 'Script tag: webrtc-adapter and the shim.', script: 'rtc-close-shim.adapter.min.js' },
  { entry: 'rtc-close-peer.min.js', does: 'Script tag: `rtcClosePeer.onPeerClosed(pc, callback)`.', script: 'rtc-close-peer.min.js' },
  { entry: 'rtc-close-check.min.js', does: 'Script tag: `rtcCloseCheck.check()`.', script: 'rtc-close-check.min.js' },
];

/**
 * What the package has for whom, and what a page pays for it, as Markdown.
 * @returns {Promise<string>}
 */
export async function entryTable() {
  const rows = await Promise.all(ENTRIES.map(async ({ entry, does, code, script }) => {
    const bytes = code === undefined ? (script === undefined ? 0 : scriptSize(script)) : await bundledSize(code);
    // Held together: a narrow column would break it.
    return [`\`${entry}\``, does, bytes ? inKilobytes(bytes).replace(' ', '\u00a0') : '–'];
  }));
  return markdownTable(['Entry', 'What it does', 'Brotli'], rows);
}

/** What `import 'rtc-close-shim'` costs a page, such as `7.2 kB`. */
export async function sizeOfShim() {
  return inKilobytes(await bundledSize("import './dist/index.js'"));
}
