import { expect, test } from '@playwright/test';

const dist = 'node_modules/rtc-close-shim/dist/';

/** The clauses that do not hold in a page, each with what was seen. */
async function broken(page) {
  test.skip(await page.evaluate(() => !('RTCPeerConnection' in window)), 'this build of the browser has no WebRTC');
  await page.addScriptTag({ path: `${dist}rtc-close-check.min.js` });
  const { results } = await page.evaluate(() => rtcCloseCheck.check());
  expect(results.map(({ verdict }) => verdict)).toContain('holds');
  return results.filter(({ verdict }) => verdict === 'broken').map(({ id, observed }) => `${id}: ${observed.join('; ')}`);
}

test('close() breaks clauses natively', async ({ page }) => {
  const found = await broken(page);
  console.log(found.join('\n'));
  expect(found.length, 'this browser keeps the whole contract: it needs no shim').toBeGreaterThan(0);
});

test('close() breaks none with the shim', async ({ page }) => {
  // Your page has it in its bundle, or in a script tag: `await page.goto(…)` instead.
  await page.addScriptTag({ path: `${dist}rtc-close-shim.min.js` });
  expect(await broken(page)).toEqual([]);
});
