import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listTests } from '../../runners/list-tests.mjs';
import { selectStages } from '../../runners/select-stages.mjs';
import { STAGES } from '../../runners/stages.mjs';

const root = new URL('../../../', import.meta.url);
const map = readFileSync(new URL('test/README.md', root), 'utf8');
/** What stands in code spans of the map. */
const named = new Set([...map.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code.replace('…', '')));
const folders = (/** @type {string} */ path) => readdirSync(new URL(path, root), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

test('the map names every folder of test, and every folder of the node tests', () => {
  const stages = STAGES.map(({ name }) => name);
  const unnamed = [...folders('test').filter((name) => !stages.includes(name)), ...folders('test/unit').map((name) => `unit/${name}`)].filter((name) => !named.has(name));
  expect(unnamed).toEqual([]);
});

test('the map names every file of the tests in browsers and of the built files', () => {
  const files = STAGES.filter(({ needsBrowsers }) => needsBrowsers).flatMap((stage) => listTests(stage).map((path) => path.slice(`${stage.folder}/`.length)));
  const isNamed = (/** @type {string} */ path) => [...named].some((name) => path.split(/[/.-]/).join('-').startsWith(name));
  expect(files.filter((path) => !isNamed(path))).toEqual([]);
});

test('every selection that the map shows selects something', () => {
  const stages = STAGES.map((stage) => ({ ...stage, paths: listTests(stage) }));
  const shown = [...map.matchAll(/`npm test -- ([^`…-]+)`/g)].map(([, words = '']) => words.split(' '));
  expect(shown.length).toBeGreaterThan(10);
  for (const words of shown) expect(selectStages(words, stages, [{ name: 'firefox-153' }]).runs.length, words.join(' ')).toBeGreaterThan(0);
});
