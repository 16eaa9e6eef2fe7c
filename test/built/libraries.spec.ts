import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { clauses } from '../../src/contract/clauses';
import { differences } from './libraries/differences';
import type { Recording } from './libraries/recording';
import { bundleSessions, runSession, sessionsOf } from './libraries/site';
import { workarounds } from './libraries/workarounds';

/** mediasoup-client is left out: it wants a later Node, and its peer is a server in native code. */
const LIBRARIES = ['simple-peer', 'peerjs', 'y-webrtc', 'jssip', 'livekit-client'];

/** What differs: where and of what → natively, then with the shim. */
type Differing = Record<string, [native: string | undefined, shimmed: string | undefined]>;

function compare(native: Recording, shimmed: Recording): Differing {
  const names = [...new Set([...Object.keys(native), ...Object.keys(shimmed)])].sort();
  return Object.fromEntries(names.filter((name) => native[name] !== shimmed[name]).map((name) => [name, [native[name], shimmed[name]]]));
}

/** What the table says of a session: the rows of what was read in it at all. */
function expected(library: string, engine: string, native: Recording): Differing {
  const rows = differences.filter((row) => row.library === library && row.engines.some((name) => name === engine));
  return Object.fromEntries(rows.flatMap(({ where, what, native: before, shimmed }) => where.map((place) => [`${place}: ${what}`, [before, shimmed]])).filter(([name]) => (name as string) in native));
}

for (const library of LIBRARIES) {
  test(`${library}: its own behaviour is the same with the shim, but for what the table says`, async ({ page, browserName }) => {
    test.setTimeout(120_000);
    const script = await bundleSessions(library);
    const recorded = new Set<string>();
    for (const title of await sessionsOf(page, script)) {
      await test.step(title, async () => {
        const native = await runSession(page, library, script, title, false);
        const shimmed = await runSession(page, library, script, title, true);
        for (const name of Object.keys(native)) recorded.add(name);
        expect(native['uncaught errors']).toBe('');
        expect(compare(native, shimmed), title).toEqual(expected(library, browserName, native));
      });
    }
    const places = differences.filter((row) => row.library === library).flatMap(({ where, what }) => where.map((place) => `${place}: ${what}`));
    expect(places.filter((place) => !recorded.has(place)), 'rows of what no session reads').toEqual([]);
  });
}

test('the tables name clauses of the contract, and what the packages have', async () => {
  const ids = Object.keys(clauses);
  const named = [...differences.map(({ clause }) => clause), ...workarounds.flatMap((row) => row.clauses)];
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  expect(differences.filter(({ library }) => !LIBRARIES.includes(library))).toEqual([]);
  const require = createRequire(import.meta.url);
  for (const { library, file, code } of workarounds) {
    const root = require.resolve.paths(library)!.map((path) => join(path, library));
    const found = await Promise.any(root.map((path) => readFile(join(path, file), 'utf8')));
    expect(found.includes(code), `${code} in ${library}/${file}`).toBe(true);
  }
});
