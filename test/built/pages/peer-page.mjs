import { fileURLToPath } from 'node:url';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const BUILT = ['/dist/rtc-close-shim.min.js', '/dist/rtc-close-peer.min.js'];

/**
 * A page for `runPage` with the shim and rtc-close-peer, that runs a program of this folder.
 * @param {string} program
 * @param {{ losesNetwork?: boolean }} [how] /report.js holds a request open: a network that is gone ends that, and the page would be taken for gone
 * @returns {{ html: string, files: import('../../browsers/served-file.mjs').Files }}
 */
export function peerPage(program, { losesNetwork = false } = {}) {
  const scripts = [...(losesNetwork ? [] : ['/report.js']), ...BUILT].map((src) => `<script src="${src}"></script>`).join('');
  return {
    html: `<!doctype html><meta charset="utf-8"><title>test</title>${scripts}<script type="module" src="/pages/${program}"></script>`,
    files: { '/dist/': here('../../../dist/'), '/pages/': here('./') },
  };
}
