import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ClauseId } from '../../../../src/contract/clauses';
import { baked } from '../../../../src/compat/baked.mjs';
import { readClauses } from '../../../../src/compat/read-clauses.mjs';
import { readEnvironment } from '../../../../src/shim/choice/detect-engine';
import { readOptions } from '../../../../src/shim/choice/options';
import { type Table, select } from '../../../../src/shim/choice/choose-repairs';
import { signs } from '../../../../src/shim/choice/engine-signs';
import { readMeasurements } from '../../../matrix/measurement-files.mjs';

/** Of each build of the matrix, as it told on 2026-11-28: its user agent, and which of the names that are signs it has (`name in window`). */
type Recorded = Record<string, { version: string; userAgent: string; has: string[] }>;

const builds = JSON.parse(readFileSync(new URL('names-in-builds.json', import.meta.url), 'utf8')) as Recorded;
const measurements = readMeasurements();
const ids = Object.keys(await readClauses()) as ClauseId[];
const { load } = baked({ oldEngines: true }) as unknown as { load: (path: string) => Promise<string> };
const [, json = ''] = /export var table = (.*);/.exec(await load('/src/baked.ts')) ?? [];
const table = JSON.parse(json) as Table;

const realmOf = (has: readonly string[], userAgent: string) => ({ navigator: { userAgent }, ...Object.fromEntries(has.map((name) => [name, undefined])) });

/** What a build was measured to break although the shim would leave it out, if the build's user agent were that. */
function missedIn(name: string, userAgent: string): string[] {
  const { version, has } = builds[name]!;
  const environment = readEnvironment(realmOf(has, userAgent));
  const rows = environment.engine && table[environment.engine];
  const { clauses } = measurements.find((one) => one.version === version)!;
  return ids.filter((id, i) => select(id, (rows && rows[i]) || [], environment, readOptions({}, ids)).decision === 'not-needed' && clauses[id]?.native?.verdict === 'broken');
}

describe('the signs', () => {
  it('are recorded of each measured build', () => {
    expect(Object.values(builds).map(({ version }) => version).sort()).toEqual(measurements.map(({ version }) => version).sort());
  });

  it.each(Object.keys(builds))('let %s be what it says', (name) => {
    const { version, userAgent, has } = builds[name]!;
    const engine = /firefox/.test(name) ? 'firefox' : 'chromium';
    expect(readEnvironment(realmOf(has, userAgent))).toEqual({ engine, milestone: parseInt(version) });
    expect(Object.keys(signs[engine]!).filter((sign) => parseInt(version) >= signs[engine]![sign]!)).toEqual(has.filter((one) => one in signs[engine]!));
  });

  it.each(Object.keys(builds))('leave no clause broken in %s, whatever other build it calls itself', (name) => {
    const missed = Object.values(builds).flatMap(({ userAgent }) => missedIn(name, userAgent).map((id) => `${id} as ${userAgent}`));
    expect(missed).toEqual([]);
  });
});
