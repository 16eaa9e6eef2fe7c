import { fileURLToPath } from 'node:url';
import { type Page, expect, test } from '@playwright/test';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { serve } from '../browsers/serve.mjs';
import { CONTESTED, isContested } from '../wpt/contested.mjs';
import { type Seen, readExpectations, seenIn } from '../wpt/expectations.mjs';
import type { PageResult, Results } from '../wpt/run-wpt.mjs';
import { type Change, tellChanges, tellUnknown } from '../wpt/tell-changes.mjs';
import { SHIM, TESTS, wptFiles } from '../wpt/wpt-files.mjs';

declare global {
  interface Window {
    wptResult?: PageResult;
  }
}

/** A change is told when it was seen in each of so many runs: what differs in one alone is a race that has not been seen yet, or a busy machine. */
const RUNS = 3;
const CARELESS = fileURLToPath(new URL('../wpt/page/careless.js', import.meta.url));

const { found } = await findBrowsers();

/** The engine and major version that this project's tests run in. */
function thisBrowser() {
  const { engine, version } = found.find(({ name }) => name === test.info().project.name)!;
  return { expectations: readExpectations(engine), major: Number.parseInt(version, 10) };
}

/** Opens a test file as web-platform-tests does, and waits for what testharness.js says. */
async function run(page: Page, name: string, first?: Parameters<typeof wptFiles>[0]): Promise<PageResult> {
  const server = await serve({ files: wptFiles(first) });
  try {
    await page.goto(`${server.url}/webrtc/${name}`);
    await page.waitForFunction(() => window.wptResult, undefined, { timeout: 70_000 });
    return (await page.evaluate(() => window.wptResult))!;
  } finally {
    await page.goto('about:blank');
    await server.close();
  }
}

const keyOf = ({ test, subtest }: Pick<Change, 'test' | 'subtest'>) => `${test} ${subtest}`;

// Each opens a page of its own, and most of its time it waits.
test.describe.configure({ mode: 'parallel' });

test.describe('natively: what is expected of this browser', () => {
  for (const name of TESTS) {
    test(name, async ({ page }) => {
      test.setTimeout(240_000);
      const { expectations, major } = thisBrowser();
      const unknown = tellUnknown(expectations, major);
      if (unknown) test.info().annotations.push({ type: 'drift', description: unknown });
      const changes = async (): Promise<Change[]> => tellChanges(expectations, major, seenIn([{ [name]: await run(page, name) }]) satisfies Seen);
      let lasting = await changes();
      for (let again = 1; again < RUNS && lasting.length; again++) {
        const keys = new Set((await changes()).map(keyOf));
        lasting = lasting.filter((change) => keys.has(keyOf(change)));
      }
      const told = lasting.map(({ sentence }) => sentence);
      expect(told, [...(unknown && told.length ? [unknown] : []), ...told].join('\n')).toEqual([]);
    });
  }
});

test.describe('with the shim: all subtests pass but those of the other reading', () => {
  for (const name of TESTS) {
    test(name, async ({ page }) => {
      test.setTimeout(120_000);
      const { harness, message, subtests } = await run(page, name, { file: SHIM });
      expect(harness, message).toBe('OK');
      const failing = subtests.filter(({ status }) => status !== 'PASS');
      const unmeant = failing.filter((subtest) => !isContested(name, subtest.name));
      expect(unmeant, unmeant.map((each) => `${each.name}: ${each.message}`).join('\n')).toEqual([]);
      const contested = CONTESTED.filter((one) => one.test === name).map(({ subtest }) => subtest);
      expect(failing.map((each) => each.name).sort(), 'a subtest of the other reading that passes stands in no list of those that fail').toEqual(contested.sort());
    });
  }
});

test.describe('in an engine that gets everything wrong: no subtest passes', () => {
  for (const name of TESTS) {
    test(name, async ({ page }) => {
      test.setTimeout(120_000);
      const { subtests } = await run(page, name, { file: CARELESS });
      expect(subtests.length).toBeGreaterThan(0);
      // What fails otherwise than by its assertion would prove nothing: the subtest might not have come so far.
      const unproved = subtests.filter(({ status, message }) => status !== 'FAIL' || !/^assert_/.test(message));
      expect(unproved, unproved.map((each) => `${each.name}: ${each.status} ${each.message}`).join('\n')).toEqual([]);
    });
  }
});

test('the pages are told apart from one another: a page that throws is no page that passes', async ({ page }) => {
  const result = await run(page, TESTS[0]!, { body: 'addEventListener("load", () => { throw new Error("spoiled"); });' });
  const seen = seenIn([{ [TESTS[0]!]: result } satisfies Results]);
  expect(seen[TESTS[0]!]!['(the page)']).toBe('FAIL');
});
