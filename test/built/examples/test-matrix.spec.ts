import { expect, test } from '@playwright/test';
import { type Example, copyExample } from './copy-example';
import { npmRun } from './npm-run';

let example: Example;
test.beforeAll(async () => {
  example = await copyExample('test-matrix');
});
test.afterAll(() => example.remove());

test("a matrix of one's own, in @web/test-runner and in Playwright: broken natively, kept with the shim", async ({ browserName, launchOptions }) => {
  test.setTimeout(300_000);
  const { executablePath, env } = launchOptions;
  const place = browserName === 'firefox' ? 'FIREFOX_BIN' : 'CHROME_BIN';
  const output = await npmRun(example.folder, 'test', { ...env, BROWSERS: browserName, [place]: executablePath });
  // What every engine of the tests breaks natively, as each runner prints it.
  expect(output.match(/channels-read-closed: channel first\.readyState reads/g)).toHaveLength(2);
  expect(output).toContain('| 2 passed, 0 failed');
  expect(output).toMatch(/^ *2 passed/m);
  expect(output).not.toContain('skipped');
});
