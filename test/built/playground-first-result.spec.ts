import { type Page, expect, test } from '@playwright/test';
import { openPlayground } from './playground/open-playground';

/** What the page said at one moment. */
interface Moment {
  at: number;
  native: string;
  shimmed: string;
  step: string;
  button: string;
  /** How many clauses have a verdict that is final. */
  verdicts: number;
}

declare global {
  interface Window {
    moments: Moment[];
  }
}

test.setTimeout(300_000);

/** Notes each change of what the page says, from its start on. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.moments = [];
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
    let last = '';
    new MutationObserver(() => {
      const heads = [...document.querySelectorAll('.timelines .heading')].map(({ textContent }) => textContent ?? '');
      const now = { native: heads[0] ?? '', shimmed: heads[1] ?? '', step: text('#step'), button: text('#run'), verdicts: document.querySelectorAll('td.native .holds').length };
      if (JSON.stringify(now) === last) return;
      last = JSON.stringify(now);
      window.moments.push({ at: performance.now(), ...now });
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

test('the first result is there before anything else: native, then its twin with the shim, on one axis', async ({ page }) => {
  await watch(page);
  const playground = await openPlayground(page);
  await playground.done();
  const moments = await page.evaluate(() => window.moments);
  const first = (is: (moment: Moment) => boolean) => moments.findIndex(is);
  const isDrawn = (heading: string) => heading !== '' && !heading.includes('comes next');
  const native = first((one) => isDrawn(one.native));
  const both = first((one) => isDrawn(one.native) && isDrawn(one.shimmed));
  const when = `native after ${Math.round(moments[native]!.at)} ms, its twin after ${Math.round(moments[both]!.at)} ms`;
  test.info().annotations.push({ type: 'first result', description: when });

  expect(native, when).toBeGreaterThanOrEqual(0);
  expect(both, when).toBeGreaterThan(native);
  expect(moments[native]!.shimmed).toBe('With the shim: comes next …');
  // Nothing else has been closed by then, and no clause has been decided.
  expect(moments[both]!.step).toMatch(/^2 of 36: connected, with the shim; about \d+ s left$/);
  expect(moments[both]!.verdicts).toBe(0);
  // Drawn while it is being closed: the next step comes later.
  expect(both).toBeLessThan(first(({ step }) => step.startsWith('3 of 36')));
  // On a machine at leisure both are there within two seconds; a busy one may take some times that.
  expect(moments[both]!.at, when).toBeLessThan(10_000);
  await playground.close();
});

test('it says which situation is closed, how many there are and how long it takes, and offers to run again once it ran', async ({ page }) => {
  await watch(page);
  const playground = await openPlayground(page);
  await playground.done();
  const moments = await page.evaluate(() => window.moments);
  const steps = moments.map(({ step }) => /^(\d+) of 36: (.+), (natively|with the shim); about (\d+) s left$/.exec(step)).filter((found) => found !== null);
  const unique = steps.filter((step, i) => step[1] !== steps[i - 1]?.[1]);
  expect(unique.map(([, nth]) => Number(nth))).toEqual(Array.from({ length: 36 }, (_, i) => i + 1));
  expect(new Set(unique.map(([, , situation]) => situation)).size).toBe(16);
  // Neither always comes first.
  expect(unique.slice(0, 6).map(([, , , mode]) => mode)).toEqual(['natively', 'with the shim', 'with the shim', 'natively', 'natively', 'with the shim']);
  expect(Number(unique.at(-1)![4])).toBeLessThan(Number(unique[1]![4]));
  const buttons = moments.map(({ button }) => button).filter((button, i, all) => button !== all[i - 1]);
  expect(buttons.filter((button) => button !== '')).toEqual(['Run', 'Run again']);
  await expect(page.locator('#times')).toHaveText(/^Closed 3 times each, in alternating order: by the median, close\(\) returns after [\d.]+ ms natively and after [\d.]+ ms with the shim\./);
  await playground.close();
});

test('the state is in the address, and the code of the chosen options can be copied whole', async ({ page }) => {
  const playground = await openPlayground(page, { fragment: '#situation=gathering&clauses=send-is-refused:off' });
  await expect(page.locator('#scene')).toHaveValue('gathering');
  await expect(page.locator('#send-is-refused-switch')).toHaveValue('off');
  await expect(page.locator('#step')).toContainText('gathering');
  await playground.done();
  await expect(page.locator('#status')).toHaveText(/, with send-is-refused off\.$/);
  await expect(page.getByRole('img', { name: 'One close(), gathering' })).toBeVisible();

  await page.getByLabel('Situation in which it is closed').selectOption('inside onmessage');
  await page.getByLabel('silent').check();
  const fragment = () => page.evaluate(() => location.hash);
  expect(await fragment()).toBe('#situation=inside%20onmessage&clauses=send-is-refused:off&channelClose=silent');
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => ((document.title = text), Promise.resolve()) } });
  });
  await page.getByRole('button', { name: 'Copy the import line' }).click();
  await expect(page.locator('#code-told')).toHaveText('Copied.');
  const shown = (await page.locator('#code').textContent())!;
  expect(await page.evaluate(() => document.querySelector('title')!.textContent)).toBe(shown);
  expect(shown).toContain("import { install } from 'rtc-close-shim/fn';");
  for (const id of ['code', 'tag']) expect(await page.locator(`#${id}`).evaluate((pre) => pre.scrollWidth - pre.clientWidth), id).toBe(0);

  await page.getByRole('button', { name: 'All back to the defaults' }).click();
  await expect.poll(fragment).toBe('#situation=inside%20onmessage');
  await page.evaluate(() => { location.hash = '#stopTracks=true'; });
  await expect(page.getByLabel('stopTracks', { exact: false })).toBeChecked();
  await expect(page.locator('#scene')).toHaveValue('connected');
  await playground.close();
});
