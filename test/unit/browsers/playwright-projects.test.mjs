import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ONCE_AN_ENGINE, playwrightProjects } from '../../browsers/playwright-projects.mjs';

const root = new URL('../../../', import.meta.url);
/** @type {(name: string, engine: import('../../browsers/find-browsers.mjs').Engine) => import('../../browsers/find-browsers.mjs').Browser} */
const browser = (name, engine) => ({ name, engine, version: '1', executablePath: `/${name}`, env: {}, source: 'system' });

test('the first browser of an engine runs every file, a later one all but those of pages', () => {
  const projects = playwrightProjects([browser('chromium-156', 'chromium'), browser('firefox-153', 'firefox'), browser('chromium-138', 'chromium')]);
  expect(projects.map(({ name, testIgnore }) => [name, testIgnore])).toEqual([
    ['chromium-156', []],
    ['firefox-153', []],
    ['chromium-138', ONCE_AN_ENGINE.map((path) => `**/${path}`)],
  ]);
  expect(playwrightProjects([browser('chromium-138', 'chromium')])[0]?.testIgnore).toEqual([]);
});

test.each(ONCE_AN_ENGINE)('%s is there, and the map says that it runs once an engine', (path) => {
  expect(existsSync(new URL(`test/built/${path}`, root))).toBe(true);
  const [paragraph = ''] = /Once an engine[^]*?\n\n/.exec(readFileSync(new URL('test/README.md', root), 'utf8')) ?? [];
  expect(paragraph).toContain(`\`${path.replace('.spec.ts', '')}\``);
});
