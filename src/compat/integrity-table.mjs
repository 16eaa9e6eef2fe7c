import { readFileSync } from 'node:fs';
import { integrityOf } from '../build/integrity.mjs';

const ROOT = new URL('../../', import.meta.url);
const SCRIPTS = ['rtc-close-shim.min.js', 'rtc-close-shim.adapter.min.js', 'rtc-close-check.min.js', 'rtc-close-peer.min.js'];

const read = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT), 'utf8');

/**
 * The README's table of what the `integrity` attribute of each script tag has to be.
 * @returns {string}
 * @throws when a script is not of the version that package.json names
 */
export function integrityTable() {
  const { version } = JSON.parse(read('package.json'));
  const rows = SCRIPTS.map((name) => {
    const code = read(`dist/${name}`);
    if (!code.startsWith(`/*! rtc-close-shim ${version} |`)) throw new Error(`dist/${name} is not of version ${version}: run npm run build`);
    return `| \`dist/${name}\` | \`${integrityOf(code)}\` |`;
  });
  return [`| Script of version ${version} | \`integrity\` |`, '| --- | --- |', ...rows].join('\n');
}
