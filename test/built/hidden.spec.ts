import { expect, test } from '@playwright/test';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { runPage } from '../browsers/run-page.mjs';
import { type Heard, whole } from './pages/heard';
import { peerPage } from './pages/peer-page.mjs';
import { skipNamed } from './skip-named';

interface Told {
  hidden: boolean;
  /** How long a timer of 10 ms took there. */
  timer: number;
  during: (Partial<Heard> & { channels: string[] })[];
  after: Heard[];
  /** Of the page's own `close()`. */
  own: Pick<Heard, 'events' | 'closes'> & { closedAt: number };
}

// Without Playwright: it keeps its pages visible and their timers quick.
test('a page in a tab in the background: no false alarm, channels tell of a close of either side at once, and peerClosed with the next timer', async () => {
  test.setTimeout(90_000);
  const { found } = await findBrowsers();
  const browser = found.find(({ name }) => name === test.info().project.name)!;
  const { html, files } = peerPage('hidden-program.mjs');
  const extra = browser.engine === 'firefox' ? { preferences: { 'dom.disable_open_during_load': false } } : { args: ['--disable-popup-blocking'] };
  const { hidden, timer, during, after, own } = (await runPage({ ...browser, extra }, { html, files: { ...files, '/front.html': { body: '<!doctype html><title>in front</title>' } } })) as Told;
  if (!hidden) return skipNamed('no page of this browser is ever hidden');
  expect(timer, 'that timers are throttled').toBeGreaterThan(500);
  for (const one of during) expect(one).toEqual({ channels: ['open', 'open', 'open'], events: [[], [], []], closes: [] });
  for (const { events, sign, news } of after) {
    expect(events).toEqual([whole, whole, whole]);
    expect(news.by).toBe('dtls');
    expect(news.at).toBeGreaterThanOrEqual(sign);
  }
  expect(own.events).toEqual([['close closed'], ['close closed'], ['close closed']]);
  // Half of what the timers take there.
  expect(Math.max(...own.closes) - own.closedAt).toBeLessThan(250);
  const best = (times: number[]) => Math.min(...times);
  // The best of three: a busy machine delays one, what waits too long delays them all.
  expect(best(after.map(({ closes, sign }) => Math.max(...closes) - sign))).toBeLessThanOrEqual(100);
  expect(best(after.map(({ news, sign }) => news.at - sign))).toBeLessThanOrEqual(50);
  expect(best(after.map(({ news, sign }) => news.told - sign))).toBeLessThanOrEqual(1050);
});
