import { readFile } from 'node:fs/promises';
import { type Page, expect, test } from '@playwright/test';
import type { Handle } from '../../src/fn';
import type { Seen } from './hostile/judge';
import { inFrames } from './pages/in-frames';
import { openSite, pageOf } from './pages/site';

declare global {
  interface Window {
    copies: Handle[];
  }
}

/** See `pages/layer-runner.mjs`. */
interface Look {
  seen: Seen;
  closes: { atOnce: string; listener: number; handler: number };
  handles: { version: string; report: { decision: string }[] }[];
  said: string[];
}

const SHIM = '/dist/rtc-close-shim.min.js';
const NOTE = '(window.copies = window.copies || []).push(window.rtcCloseShim);';
const KEEP = 'window.nativeClose = RTCPeerConnection.prototype.close;';
const built = await readFile(new URL('../../dist/rtc-close-shim.min.js', import.meta.url), 'utf8');
const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** The copies of the shim that a page can come by; each is noted in `copies`. */
const copies = {
  'the script tag': [SHIM, NOTE],
  'the module': ['/copy.mjs'],
  'version 0.0.9': [built.replaceAll(version, '0.0.9'), NOTE],
  'version 9.9.9': [built.replaceAll(version, '9.9.9'), NOTE],
};
const copy = { '/copy.mjs': { type: 'text/javascript', body: "import { rtcCloseShim } from '/dist/index.js'; (window.copies = window.copies || []).push(rtcCloseShim);" } };
const pairs = [
  ['the script tag', 'the script tag'],
  ['the script tag', 'the module'],
  ['the script tag', 'version 0.0.9'],
  ['the script tag', 'version 9.9.9'],
  ['version 0.0.9', 'the script tag'],
  ['version 9.9.9', 'the script tag'],
  ['version 9.9.9', 'the module'],
] as const;
const turns = [[0, 1], [1, 0]] as const;
const once = { atOnce: 'closed', listener: 1, handler: 1 };

/** The pages there are: what is on each, and what is done on it. */
const pages: Record<string, { scripts: string[]; call: 'lookAtCopies' | 'leaveInTurn' | 'endByTheFirst'; args: unknown[] }> = {
  'taken over, and ended by the first': { scripts: [SHIM, NOTE, 'rtcCloseShim.uninstall();', ...copies['version 9.9.9']], call: 'endByTheFirst', args: [] },
  'taken over': { scripts: [SHIM, NOTE, 'rtcCloseShim.uninstall();', ...copies['version 9.9.9']], call: 'lookAtCopies', args: [] },
};
for (const [first, second] of pairs) {
  const scripts = [...copies[first], ...copies[second]];
  pages[first] = { scripts: copies[first], call: 'lookAtCopies', args: [] };
  pages[`${second} after ${first}`] = { scripts, call: 'lookAtCopies', args: [] };
  for (const turn of turns) pages[`${second} after ${first}, ${turn.join()}`] = { scripts, call: 'leaveInTurn', args: [turn] };
}

async function lookAtAll(page: Page): Promise<Record<string, unknown>> {
  const names = Object.keys(pages);
  const address = (name: string) => `/${names.indexOf(name)}.html`;
  const files = names.map((name) => pageOf(address(name), [KEEP, ...pages[name]!.scripts, '/pages/layer-runner.mjs']));
  const site = await openSite(page, [], Object.assign({ ...copy }, ...files));
  const results = await inFrames(page, names.map((name) => ({ src: address(name), call: pages[name]!.call, args: pages[name]!.args })));
  await site.close();
  return Object.fromEntries(names.map((name, i) => [name, results[i]]));
}

let results: Record<string, unknown>;
const look = (name: string) => {
  expect(results[name]).toHaveProperty('handles');
  return results[name] as Look;
};
const contract = ({ closed, atOnce, later, calls, heard }: Seen) => ({ closed, atOnce, later, calls, heard });

// Each on a page of its own, some at a time.
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await browser.newPage();
  results = await lookAtAll(page);
  await page.close();
});

for (const [first, second] of pairs) {
  test(`${second} after ${first}: it steps aside, and each event comes once`, () => {
    const [alone, both] = [look(first), look(`${second} after ${first}`)];
    expect(alone.seen.atOnce).toMatchObject({ made: 'closed', received: 'closed' });
    expect(contract(both.seen)).toEqual(contract(alone.seen));
    expect(both.closes).toEqual(once);
    // Both handles are the first's.
    const [ours, theirs] = both.handles;
    expect(ours!.version).toBe(/^version/.test(first) ? first.split(' ')[1] : version);
    expect(theirs).toEqual(ours);
    expect(ours!.report.some(({ decision }) => decision === 'applied')).toBe(true);
    expect(both.said).toEqual([]);
  });

  for (const turn of turns) {
    test(`${second} after ${first}: uninstalled by the ${turn[0] ? 'second' : 'first'}, then the other, all is native`, () => {
      expect(results[`${second} after ${first}, ${turn.join()}`]).toEqual({
        left: [[true, true], [true, true]],
        atOnce: 'connecting',
        said: [],
      });
    });
  }
}

test('after an uninstall another copy can take over', () => {
  const { handles, closes } = look('taken over');
  expect(handles[1]!.version).toBe('9.9.9');
  expect(closes).toEqual(once);
});

test('a handle of the first installation ends the one of another copy, and reports it', () => {
  expect(results['taken over, and ended by the first']).toEqual({
    looks: [[true, true, false], [false, false, true], [true, true, false], [false, false, true]],
    ended: [true, true],
    atOnce: 'connecting',
    said: [],
  });
});
