import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from '../../browsers/find-browsers.mjs';
import { runPage } from '../../browsers/run-page.mjs';

// Runs in a network namespace of its own: takes loopback away from a page that has connected, and brings it back; prints what the page tells.

const GONE_MS = 10_000;
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const loopback = (state) => execFileSync('ip', ['link', 'set', 'lo', state]);

const { found } = await findBrowsers();
const browser = found.find(({ name }) => name === process.argv[2]);
const scripts = ['/dist/rtc-close-shim.min.js', '/dist/rtc-close-peer.min.js'].map((src) => `<script src="${src}"></script>`).join('');
const html = `<!doctype html><meta charset="utf-8"><title>test</title>${scripts}<script type="module" src="/pages/network-program.mjs"></script>`;
const told = await runPage(browser, { html, files: { '/dist/': path('../../../dist/'), '/pages/': path('../pages/') } }, {
  onProgress() {
    loopback('down');
    setTimeout(() => loopback('up'), GONE_MS);
  },
});
console.log(JSON.stringify(told));
