import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { ownNetwork } from './network/own-network.mjs';
import { type Heard, whole } from './pages/heard';
import { skipNamed } from './skip-named';

interface Told {
  during: { states: string[]; messages: string[]; channels: string[] } & Partial<Heard>;
  after: Heard;
}

const LOSE_NETWORK = fileURLToPath(new URL('./network/lose-network.mjs', import.meta.url));

test('the network is gone for ten seconds and comes back: no false alarm, and a close is told afterwards', async () => {
  test.setTimeout(90_000);
  const network = ownNetwork();
  if ('reason' in network) return skipNamed(`no network namespace of its own is to be had (it takes unshare and ip, Debian: util-linux, iproute2): ${network.reason}`);
  const [program, ...before] = network.command;
  const { stdout } = await promisify(execFile)(program, [...before, process.execPath, LOSE_NETWORK, test.info().project.name], { timeout: 80_000 });
  const { during, after } = JSON.parse(stdout) as Told;
  expect(during).toEqual({
    // That it was really gone.
    states: expect.arrayContaining(['disconnected']) as string[],
    messages: ['a', 'c'],
    channels: ['open', 'open', 'open'],
    events: [[], [], []],
    closes: [],
  });
  expect(after.events).toEqual([whole, whole, whole]);
  expect(after.news.by).toBe('dtls');
});
