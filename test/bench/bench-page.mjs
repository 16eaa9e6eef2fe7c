import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { minify } from 'terser';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const PARENT = ['/report.js', '/config.js', '/collect-garbage.js', '/bench.js'];
const FRAME = ['/connections.js', '/scenarios.js'];

/**
 * @typedef {object} PageConfig
 * @property {{ id: string, batch: number }[]} scenarios
 * @property {number} rounds
 * @property {number} seed
 * @property {number} budgetMs for all scenarios: each gets its share of what is left, and begins no further round after it
 */

/**
 * The page whose frames are measured: isolated, so that its clock is fine, and with the same minifier behind all scripts.
 * @param {PageConfig} config
 * @returns {Promise<{ page: import('../browsers/run-page.mjs').Page, bytes: { shim: number, adapter: number } }>} `bytes` of the scripts, compressed with brotli
 */
export async function benchPage(config) {
  const shim = await readFile(here('../../dist/rtc-close-shim.min.js'), 'utf8');
  const adapter = await minifiedAdapter();
  /** @type {Record<import('./summarise.mjs').Variant, string[]>} */
  const variants = { native: [''], shim: [shim], adapter: [adapter], 'adapter+shim': [adapter, shim] };
  const frames = Object.entries(variants).map(([name, scripts]) => {
    const tags = scripts.map((script) => (script === shim ? '/shim.js' : '/adapter.js'));
    return [`/${name}.html`, { body: html(name === 'native' ? FRAME : [...tags, ...FRAME]) }];
  });
  const page = {
    headers: ISOLATED,
    files: {
      '/': { body: html(PARENT), type: 'text/html; charset=utf-8' },
      '/blank.html': { body: html([]) },
      '/config.js': { body: `window.benchConfig = ${JSON.stringify({ ...config, variants })};` },
      '/shim.js': { body: shim },
      '/adapter.js': { body: adapter },
      ...Object.fromEntries(frames),
      ...Object.fromEntries([...PARENT.slice(2), ...FRAME].map((path) => [path, here(`page${path}`)])),
    },
  };
  return { page, bytes: { shim: brotliCompressSync(shim).length, adapter: brotliCompressSync(adapter).length } };
}

/** adapter comes as one file for script tags, not minified. */
async function minifiedAdapter() {
  const path = createRequire(import.meta.url).resolve('webrtc-adapter/out/adapter.js');
  const { code } = await minify(await readFile(path, 'utf8'));
  return code ?? '';
}

/** @param {string[]} scripts */
function html(scripts) {
  return `<!doctype html><meta charset="utf-8" /><title>rtc-close-shim: bench</title><body>${scripts.map((src) => `<script src="${src}"></script>`).join('')}`;
}
