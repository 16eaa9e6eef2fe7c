import { type Page, expect, test } from '@playwright/test';
import { type Both, judge } from './hostile/judge';
import type { Setup } from './hostile/setup';
import { frozen, replaced, unchangeable } from './hostile/tampered-members';
import { builtIns, pollutions } from './hostile/tampered-realms';
import { expressions } from './hostile/wrong-receivers';
import { openSite } from './pages/site';

declare global {
  interface Window {
    runSetups: (setups: Setup[]) => Promise<Both[]>;
    runExpressions: (expressions: string[], shimmed: boolean) => Promise<Record<string, string>>;
  }
}

const untouched: Setup = { name: 'nothing', when: 'before', code: '' };
const tables: Record<string, Setup[]> = {
  'prototype pollution': pollutions,
  'built-ins patched, deleted, or never there': builtIns,
  'frozen and sealed objects': frozen,
  'members that can not be redefined': unchangeable,
  'members replaced, and getters that throw': replaced,
};

const open = async (page: Page) => {
  const site = await openSite(page, ['/pages/hostile-runner.mjs'], { '/frame.html': { type: 'text/html', body: '<!doctype html><body></body>' } });
  await page.waitForFunction(() => window.runSetups);
  return site;
};

test('there are a hundred hostile set-ups, and no two of a name', () => {
  const names = Object.values(tables).flat().map(({ name, when }) => `${when} ${name}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(100);
});

for (const [about, setups] of Object.entries(tables)) {
  test(`${about}: nothing is thrown into the page, and the contract holds or the shim steps aside`, async ({ page }) => {
    test.setTimeout(120_000);
    const site = await open(page);
    const [clean, ...results] = await page.evaluate((all) => window.runSetups(all), [untouched, ...setups]);
    // Natively the program sees what the contract is about: it can tell.
    expect(judge(untouched, { native: clean!.native, shimmed: { ...clean!.native, report: [], uninstalled: true } }, clean!)).not.toEqual([]);
    const wrong: string[] = [];
    for (const [i, setup] of setups.entries()) {
      const all = judge(setup, results[i]!, clean!);
      // One cause can have dozens of effects.
      if (all.length) wrong.push(`${setup.when} ${setup.name}: ${all.slice(0, 3).join(' | ')}${all.length > 3 ? ` | and ${all.length - 3} more` : ''}`);
    }
    expect(wrong).toEqual([]);
    await site.close();
  });
}

test('wrong receivers and arguments: the same errors, word for word, of the same kind', async ({ page }) => {
  const site = await open(page);
  const [native, shimmed] = await page.evaluate((all) => Promise.all([window.runExpressions(all, false), window.runExpressions(all, true)]), expressions);
  expect(Object.keys(native!)).toHaveLength(expressions.length);
  expect(Object.values(native!).filter((outcome) => /^(throws|rejects) TypeError/.test(outcome)).length).toBeGreaterThan(100);
  const different = expressions.filter((expression) => shimmed![expression] !== native![expression]).map((expression) => `${expression}: natively ${native![expression]}, with the shim ${shimmed![expression]}`);
  expect(different).toEqual([]);
  await site.close();
});

test('a strict policy with Trusted Types: the contract is kept, and nothing violates the policy', async ({ page }) => {
  const policy = "default-src 'none'; script-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'";
  const listen = "addEventListener('securitypolicyviolation', (event) => said.push('violates ' + event.effectiveDirective));";
  const results = [];
  for (const headers of [{}, { 'content-security-policy': policy }] as Record<string, string>[]) {
    const site = await openSite(page, [listen, '/dist/rtc-close-shim.min.js', '/pages/layer-runner.mjs'], {}, headers);
    await page.waitForFunction(() => 'closeProgram' in window);
    const { steps, ...seen } = await page.evaluate(() => window.closeProgram(window));
    expect(steps.connected).toBe(true);
    results.push({ ...seen, said: await page.evaluate(() => window.said) });
    await site.close();
  }
  expect(results[0]).toMatchObject({ said: [], atOnce: { made: 'closed' } });
  expect(results[1]).toEqual(results[0]);
});
