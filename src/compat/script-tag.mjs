import { readFileSync } from 'node:fs';
import { integrityOf } from '../build/integrity.mjs';
import { readProject } from '../build/project.mjs';

const NAME = 'rtc-close-shim.min.js';
const SERVERS = ['https://cdn.jsdelivr.net/npm', 'https://unpkg.com'];

/**
 * The script tag of this version from a public server, with its hash, as Markdown; and the same file on another server.
 * @returns {string}
 */
export function scriptTag() {
  const { version } = readProject();
  const [first, second] = SERVERS.map((server) => `${server}/rtc-close-shim@${version}/dist/${NAME}`);
  const integrity = integrityOf(readFileSync(new URL(`../../dist/${NAME}`, import.meta.url), 'utf8'));
  return `\`\`\`html\n<script src="${first}"\n  integrity="${integrity}"\n  crossorigin="anonymous"></script>\n\`\`\`\n\nThe same file: <${second}>.`;
}
