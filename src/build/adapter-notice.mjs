import { readFileSync } from 'node:fs';

/** What is bundled of others: each wants its licence's text to go with it. */
const BUNDLED = [
  { name: 'webrtc-adapter', licence: 'LICENSE.md' },
  { name: 'sdp', licence: 'LICENSE' },
];

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');

/**
 * The notice that goes with the bundled webrtc-adapter: names, versions and licences, whole.
 * @returns {string} a comment that minifiers keep
 */
export function adapterNotice() {
  const notices = BUNDLED.map(({ name, licence }) => {
    const { version, license } = JSON.parse(read(`${name}/package.json`));
    return `It contains ${name} ${version} | ${license}\n\n${read(`${name}/${licence}`).trim()}`;
  });
  return `/*!\n${notices.join('\n\n')}\n*/`;
}
