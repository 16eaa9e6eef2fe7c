import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { baked } from '../../../src/compat/baked.mjs';
import { readClauses } from '../../../src/compat/read-clauses.mjs';
import { rangesIn } from '../../../src/compat/read-table.mjs';
import { readOptions } from '../../../src/shim/choice/options';
import { select } from '../../../src/shim/choice/choose-repairs';

const data = JSON.parse(readFileSync(new URL('../../../compat-data.json', import.meta.url), 'utf8'));
const ranges = { shim: rangesIn(data, 'shim'), broken: rangesIn(data, 'broken') };
const ids = /** @type {import('../../../src/contract/clauses').ClauseId[]} */ (Object.keys(await readClauses()));

/** The table as it stands in a bundle. */
async function tableIn(/** @type {{ oldEngines: boolean }} */ form) {
  const { load } = /** @type {{ load: (path: string) => Promise<string> }} */ (/** @type {unknown} */ (baked(form)));
  const [, json = ''] = /export var table = (.*);/.exec(await load('/src/baked.ts')) ?? [];
  return /** @type {Record<'chromium' | 'firefox', (number[] | 0)[]>} */ (JSON.parse(json));
}

describe.each([
  ['script', { oldEngines: true }, { chromium: 0, firefox: 0 }],
  ['modules', { oldEngines: false }, { chromium: 61, firefox: 60 }],
])('the table in the %s', (_what, form, first) => {
  it('lets the shim say of every measured version what the data says', async () => {
    const table = await tableIn(form);
    const said = { keeps: 0, breaks: 0 };
    for (const engine of /** @type {const} */ (['chromium', 'firefox'])) {
      for (const version of data.__meta.measured[engine].filter((/** @type {number} */ one) => one >= first[engine])) {
        for (const [i, id] of ids.entries()) {
          const isIn = (/** @type {'shim' | 'broken'} */ part) => (ranges[part][id]?.[engine] ?? []).some((/** @type {number[]} */ [from = 0, to = 0]) => version >= from && version <= to);
          const { decision, because } = select(id, table[engine]?.[i] || [], { engine, milestone: version }, readOptions({}, ids));
          expect(decision, `${id} in ${engine} ${version}`).toBe(isIn('shim') ? 'not-needed' : 'applied');
          const verb = isIn('shim') ? 'keeps' : isIn('broken') ? 'breaks' : 'is not known to keep';
          expect(because, id).toContain(` ${verb} it`);
          if (verb in said) said[/** @type {keyof typeof said} */ (verb)] += 1;
        }
      }
    }
    expect(Math.min(said.keeps, said.breaks)).toBeGreaterThan(20);
  });
});
