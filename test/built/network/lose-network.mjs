import { execFileSync } from 'node:child_process';
import { findBrowsers } from '../../browsers/find-browsers.mjs';
import { runPage } from '../../browsers/run-page.mjs';
import { peerPage } from '../pages/peer-page.mjs';

// Runs in a network namespace of its own: takes loopback away from a page that has connected, and brings it back; prints what the page tells.

const GONE_MS = 10_000;
const loopback = (state) => execFileSync('ip', ['link', 'set', 'lo', state]);

const { found } = await findBrowsers();
const browser = found.find(({ name }) => name === process.argv[2]);
const told = await runPage(browser, peerPage('network-program.mjs', { losesNetwork: true }), {
  onProgress() {
    loopback('down');
    setTimeout(() => loopback('up'), GONE_MS);
  },
});
console.log(JSON.stringify(told));
