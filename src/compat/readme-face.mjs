import { readFileSync } from 'node:fs';
import { isPlaceholder, readProject } from '../build/project.mjs';
import { badgeLine } from './badges.mjs';
import { closeExample } from './close-example.mjs';
import { closeInWords } from './close-picture.mjs';
import { closeRuns, runOf } from './close-runs.mjs';
import { costLines } from './cost-lines.mjs';
import { entryTable, sizeOfShim } from './entry-table.mjs';
import { scriptTag } from './script-tag.mjs';

const NARROW = '(max-width: 600px)';
const DARK = '(prefers-color-scheme: dark)';

/** What the badges say. */
export async function badgeFacts() {
  const { version, license } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return { version, size: await sizeOfShim(), licence: license };
}

/**
 * The generated parts of the README that greet who comes, by the name in their markers.
 * @returns {Promise<Record<string, string>>}
 */
export async function readmeFace() {
  const runs = closeRuns();
  const project = readProject();
  return {
    badges: badgeLine(await badgeFacts(), project),
    picture: pictureElement(runOf(runs, 'chromium')),
    example: closeExample(runs),
    entries: await entryTable(),
    costs: await costLines(),
    script: scriptTag(),
    try: tryIt(project),
  };
}

/** @param {import('./close-runs.mjs').CloseRun} run */
function pictureElement(run) {
  const { title, native, shimmed } = closeInWords(run);
  const source = (/** @type {string} */ name, /** @type {string} */ media) => `  <source media="${media}" srcset="dist/${name}.svg">`;
  return [
    '<picture>',
    source('close-narrow-dark', `${NARROW} and ${DARK}`),
    source('close-narrow-light', NARROW),
    source('close-dark', DARK),
    `  <img alt="${title}. Natively: ${native} With the shim: ${shimmed}" src="dist/close-light.svg" width="840">`,
    '</picture>',
  ].join('\n');
}

/** @param {import('../build/project.mjs').Project} project */
function tryIt({ homepage }) {
  if (!isPlaceholder(homepage)) return `**[Try it in your browser](${homepage}playground/)**: it closes real connections natively and with the shim, and draws both. No camera, no permission, no server.`;
  return '**[Try it in your browser](dist/playground.html)**: open that file of a checkout. It closes real connections natively and with the shim, and draws both. No camera, no permission, no server.';
}
