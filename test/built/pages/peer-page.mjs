import { fileURLToPath } from 'node:url';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const scripts = ['/report.js', '/dist/rtc-close-shim.min.js', '/dist/rtc-close-peer.min.js'].map((src) => `<script src="${src}"></script>`).join('');

/**
 * A page for `runPage` with the shim and rtc-close-peer, that runs a program of this folder.
 * @param {string} program
 * @returns {{ html: string, files: import('../../browsers/served-file.mjs').Files }}
 */
export const peerPage = (program) => ({
  html: `<!doctype html><meta charset="utf-8"><title>test</title>${scripts}<script type="module" src="/pages/${program}"></script>`,
  files: { '/dist/': here('../../../dist/'), '/pages/': here('./') },
});
