import { expect, test as base } from '@playwright/test';
import { openPlayground } from './playground/open-playground';

// As users have it: no sound before a gesture. The tests' browsers allow it otherwise.
const test = base.extend({
  launchOptions: [({ launchOptions }, use) => use({
    ...launchOptions,
    args: launchOptions.args?.filter((flag) => !flag.startsWith('--autoplay-policy')).concat('--autoplay-policy=document-user-activation-required'),
    ignoreDefaultArgs: ['--autoplay-policy=no-user-gesture-required'],
  }), { scope: 'worker' }],
});
test.setTimeout(300_000);

test('the console stays empty where sound waits for a gesture, and every situation can be closed', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'Firefox tells its driver nothing of its own warnings');
  const playground = await openPlayground(page);
  await playground.done();
  expect(playground.said).toEqual([]);
  const { failures, before } = await page.evaluate(async () => {
    const { createObjectURL } = URL;
    const offered = await new Promise<Blob>((resolve) => {
      URL.createObjectURL = (blob) => (resolve(blob as Blob), createObjectURL(blob as Blob));
      document.getElementById('download')!.click();
    });
    const { native, shimmed } = JSON.parse(await offered.text());
    return { failures: [native.failures, shimmed.failures], before: native.recordings[0].before };
  });
  expect(failures).toEqual([{}, {}]);
  expect(before['received track audio.readyState']).toBe('live');
  await playground.close();
});
