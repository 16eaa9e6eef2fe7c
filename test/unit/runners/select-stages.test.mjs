import { describe, expect, test } from 'vitest';
import { listTests } from '../../runners/list-tests.mjs';
import { selectStages } from '../../runners/select-stages.mjs';
import { STAGES } from '../../runners/stages.mjs';
import { readTestArguments, USAGE } from '../../runners/test-arguments.mjs';

const found = [{ name: 'chromium-156' }, { name: 'firefox-153' }, { name: 'chromium-138' }];
const stages = STAGES.map((stage) => ({ ...stage, paths: listTests(stage) }));
/** @param {string[]} words */
const select = (...words) => {
  const { runs, browsers } = selectStages(words, stages, found);
  return { runs: Object.fromEntries(runs.map(({ stage, files }) => [stage.name, files])), browsers };
};

describe('the words of npm test', () => {
  test('none select all stages, each of them whole', () => {
    const { runs, browsers } = select();
    expect(Object.keys(runs)).toEqual(STAGES.map(({ name }) => name));
    expect(Object.values(runs).flat()).toEqual([]);
    expect(browsers).toEqual([]);
  });

  test('a stage is selected by its name', () => expect(select('unit', 'lint').runs).toEqual({ lint: [], unit: [] }));

  test('a browser selects the stages that need one', () => {
    expect(select('firefox')).toEqual({ runs: { web: [], built: [] }, browsers: ['firefox-153'] });
    expect(select('web', 'chromium')).toEqual({ runs: { web: [] }, browsers: ['chromium-156', 'chromium-138'] });
  });

  test('part of a path selects files in the named stage', () => {
    expect(select('built', 'hostile').runs).toEqual({ built: ['test/built/hostile.spec.ts'] });
  });

  test('part of a path selects files in any stage where none is named, and in the others where the named have none', () => {
    expect(select('web/clauses').runs).toEqual({ web: ['test/web/clauses.test.ts'] });
    expect(select('types', 'web/clauses').runs).toEqual({ types: [], web: ['test/web/clauses.test.ts'] });
    expect(Object.keys(select('peer-close').runs)).toEqual(['unit', 'web']);
  });

  test('a word that selects nothing is refused, and all that could be meant is listed', () => {
    expect(() => select('hostil', 'nothing-like-it')).toThrow('"nothing-like-it": expected a stage (types, lint, table, dist, size, unit, web, built), a browser that is here (chromium-156, firefox-153, chromium-138) or part');
  });
});

test('every test file belongs to a stage, and the usage names every stage', () => {
  for (const { folder, paths } of stages) expect(paths.length > 0, folder).toBe(Boolean(folder));
  for (const { name } of stages) expect(USAGE).toMatch(new RegExp(`STAGE .*\\b${name}\\b`));
});

test('the options are read, and an unknown one is refused', () => {
  expect(readTestArguments(['unit', '--first-browser'])).toEqual({ words: ['unit'], firstBrowser: true, help: false });
  expect(() => readTestArguments(['--fast'])).toThrow('--fast');
});
