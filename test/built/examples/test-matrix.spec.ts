import { expect, test } from '@playwright/test';
import { type Example, copyExample } from './copy-example';
import { runTool } from './run-tool';

let example: Example;
test.beforeAll(async () => {
  example = await copyExample('test-matrix', ['@playwright/test', '@web/test-runner', '@web/test-runner-puppeteer']);
});
test.afterAll(() => example.remove());

// What every engine of the tests breaks natively.
const BROKEN = 'channels-read-closed: ';

for (const [tool, args] of [['@web/test-runner', []], ['@playwright/test', ['test']]] as const) {
  test(`a matrix of one's own in ${tool}: broken natively, kept with the shim`, async ({ browserName, launchOptions }) => {
    test.setTimeout(180_000);
    const { executablePath, env } = launchOptions;
    const place = browserName === 'firefox' ? 'FIREFOX_BIN' : 'CHROME_BIN';
    const output = await runTool(example.folder, tool, [...args], { ...env, BROWSERS: browserName, [place]: executablePath });
    expect(output).toContain(BROKEN);
    expect(output).toMatch(/\b2 passed/);
    expect(output).not.toContain('skipped');
  });
}
