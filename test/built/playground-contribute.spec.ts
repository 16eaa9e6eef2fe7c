import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { compatData } from '../../src/compat/compat-data.mjs';
import { openMdn } from '../../src/compat/mdn.mjs';
import { readClauses } from '../../src/compat/read-clauses.mjs';
import { majorOf } from '../../src/compat/versions.mjs';
import type { Contribution } from '../../src/measurement/contribution.mjs';
import { playgroundFiles } from '../lab/playground-files.mjs';
import { importContributions } from '../matrix/import-contributions.mjs';
import { readMeasurements } from '../matrix/measurement-files.mjs';
import { SUITE_VERSION } from '../matrix/suite-version.mjs';

declare global {
  interface Window {
    offered: Blob;
  }
}

// Three runs of either kind.
test.setTimeout(600_000);

const folder = mkdtempSync(join(tmpdir(), 'rtc-close-shim-contributed-'));
test.afterAll(() => rmSync(folder, { recursive: true }));

/** Opens the playground as a visitor does, where the pages of a repository are served. */
async function visit(page: Page): Promise<string[]> {
  const files = { ...(await playgroundFiles()), '/favicon.ico': { body: '', type: 'image/x-icon', headers: {} } };
  await page.route('https://visited.github.io/**', (route) => {
    const file = files[new URL(route.request().url()).pathname.replace(/^\/closing/, '') as keyof typeof files] as string | { body: string; type: string; headers: Record<string, string> } | undefined;
    if (file === undefined) return route.fulfill({ status: 404 });
    if (typeof file === 'string') return route.fulfill({ path: file });
    return route.fulfill({ body: file.body, contentType: file.type, headers: file.headers });
  });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.addInitScript(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => createObjectURL((window.offered = blob as Blob));
  });
  await page.goto('https://visited.github.io/closing/');
  await expect(page.locator('#run')).toBeEnabled({ timeout: 120_000 });
  return said;
}

test('a visitor contributes: the file is offered, taken in, and becomes a row that outvotes no measurement', async ({ page, browser }) => {
  const said = await visit(page);
  // As the script of the never-worse suite does, where it is on the page.
  await page.evaluate(() => {
    const shimmed = (shim: (realm: Window) => void) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const native = Reflect.get(frame.contentWindow!, 'RTCPeerConnection').prototype.close;
      shim(frame.contentWindow!);
      return Reflect.get(frame.contentWindow!, 'RTCPeerConnection').prototype.close !== native;
    };
    Reflect.set(window, 'rtcNeverWorse', { neverWorse: ({ shim, quick }: { shim: (realm: Window) => void; quick: boolean }) => Promise.resolve({ suite: 1, quick, shimmed: shimmed(shim) }) });
  });
  await page.getByRole('button', { name: "Contribute this browser's measurement" }).click();
  await expect(page.locator('#run')).toBeDisabled();
  await expect(page.locator('#contribution')).toBeVisible({ timeout: 400_000 });
  await expect(page.locator('#status')).toHaveText('Measured. The file is offered below.');
  await page.getByRole('button', { name: 'Download the file' }).click();
  const text = await page.evaluate(() => window.offered.text());
  const contribution = JSON.parse(text) as Contribution;
  const { engine, version } = contribution;

  await test.step('it says what was seen, in what', () => {
    expect(majorOf(version)).toBe(majorOf(browser.version()));
    expect(contribution).toMatchObject({ suite: SUITE_VERSION, build: 'contributed', browser: { isSecure: true } });
    expect(contribution.runs.map(({ neverWorse }) => neverWorse)).toEqual(Array(3).fill({ suite: 1, quick: true, shimmed: true }));
    const verdicts = Object.values(contribution.clauses).map(({ shimmed }) => shimmed.verdict);
    expect(new Set(verdicts)).toEqual(new Set(['holds']));
    expect(Object.values(contribution.clauses).some(({ native }) => native.verdict === 'broken')).toBe(true);
  });

  await test.step('the issue is filled in', async () => {
    const link = new URL((await page.getByRole('link', { name: 'Open an issue' }).getAttribute('href'))!);
    expect(link.origin + link.pathname).toBe('https://github.com/visited/closing/issues/new');
    expect(link.searchParams.get('title')).toContain(`${engine} ${version}`);
    expect(link.searchParams.get('body')).toContain(`Attach rtc-close-shim-${engine}-${version}.json here`);
  });

  const import_ = async (name: string, content: string) => {
    const lines: string[] = [];
    writeFileSync(join(folder, name), content);
    const problems = await importContributions([join(folder, name)], { say: (line) => lines.push(line), folder: join(folder, 'stored') });
    return { lines, problems };
  };
  await test.step('it is taken in, once', async () => {
    const first = await import_('whole.json', text);
    expect(first.problems).toEqual([]);
    expect(first.lines[0]).toMatch(/is stored as contributed; npm run compat makes rows of it$/);
    expect((await import_('whole.json', text)).lines[0]).toMatch(/was contributed before, and it says the same/);
    expect(readMeasurements(join(folder, 'stored'))).toEqual([{ engine, version, platform: contribution.platform, build: 'contributed', suite: SUITE_VERSION, clauses: contribution.clauses }]);
  });

  await test.step('it becomes rows where nobody measured, and none where somebody did', async () => {
    const all = readMeasurements();
    const sources = { mdn: openMdn(), contributed: readMeasurements(join(folder, 'stored')), cited: JSON.parse(readFileSync('src/compat/cited.json', 'utf8')), clauses: await readClauses(), suite: SUITE_VERSION, version: '0.0.0' };
    const statuses = (measurements: typeof all) => JSON.stringify(compatData({ ...sources, measurements }).clauses).match(/"contributed"/g)?.length ?? 0;
    const without = all.filter((one) => one.engine !== engine || majorOf(one.version) !== majorOf(version));
    expect(without.length).toBeLessThan(all.length);
    expect(statuses(without)).toBeGreaterThan(Object.keys(contribution.clauses).length - 1);
    expect(statuses(all)).toBe(0);
  });

  await test.step('cut short, changed or of another suite it is refused', async () => {
    expect((await import_('cut.json', text.slice(0, text.length / 2))).problems[0]).toMatch(/cut\.json was refused: it is no JSON, and ends in the middle: it may have been cut short .*; contribute once more/);
    expect((await import_('changed.json', text.replace('"holds"', '"cannot-tell"'))).problems[0]).toMatch(/changed\.json was refused: it was changed since it was made/);
    expect(readMeasurements(join(folder, 'stored'))).toHaveLength(1);
  });
  expect(said).toEqual([]);
});
