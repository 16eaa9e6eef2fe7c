import { describe, expect, it } from 'vitest';
import { measuredRuns } from '../../../src/compat/measured-runs.mjs';
import { mirrored } from '../../../src/compat/mirror.mjs';
import { brokenRanges, keptRanges } from '../../../src/compat/ranges.mjs';
import { spans } from '../../../src/compat/spans.mjs';
import { earlier, majorOf } from '../../../src/compat/versions.mjs';
import { fakeMeasurements } from './fake-measurements.mjs';

const runs = (/** @type {string} */ words) => measuredRuns(fakeMeasurements(words), 'send-is-refused');

describe('earlier', () => {
  it.each([['9', '10'], ['≤79', '80'], ['4.4', '4.4.3'], ['18.6', '26'], ['160', 'preview']])('%s before %s', (a, b) => {
    expect([earlier(a, b), earlier(b, a), earlier(a, a)]).toEqual([true, false, false]);
  });
  it('takes the first number as the major', () => expect([majorOf('153.7.0esr'), majorOf('≤64'), majorOf('64.0.1')]).toEqual([153, 64, 64]));
});

describe('spans', () => {
  it.each([
    ['64 67 70', '64–70'],
    ['64 70', '64, 70'],
    ['67', '67'],
    ['64 67 72', '64–67, 72'],
    ['', ''],
  ])('of measured 64, 67, 70, 72, those that are so: %j', (words, expected) => expect(spans([64, 67, 70, 72], (version) => words.split(' ').includes(`${version}`))).toBe(expected));
});

describe('brokenRanges', () => {
  it.each([
    ['64b 67c', [[64, 67]]],
    ['39b 64b', [[39, 64]]],
    ['64b 67h 70s', [[64, 64], [70, 70]]],
    ['64b 67a 70b', [[64, 64], [70, 70]]],
    ['64h 65a 66u', []],
    ['138.0.1.0h 138.0.9.0b', [[138, 138]]],
  ])('of %s', (words, expected) => expect(brokenRanges(runs(words))).toEqual(expected));
});

describe('keptRanges', () => {
  const ranges = (/** @type {string} */ words) => keptRanges(runs(words));

  it.each([
    ['64h', [[64, 64]]],
    ['64h 67h 79h', [[64, 79]]],
    ['64h 67h 83h 100h', [[64, 83], [100, 100]]],
    ['33h 153h', [[33, 33], [153, 153]]],
    ['64h 67b 70h 72h', [[70, 72]]],
    ['64b 67c', []],
    ['64a 72a 76h 80h', [[64, 72], [76, 80]]],
    ['64u 72h 73h', [[72, 73]]],
    ['138.0.1.0h 138.0.9.0b', []],
    ['64h 70h 75b 80h 81b 150h', [[64, 70], [150, 150]]],
    ['153.7.0esrh', [[153, 153]]],
  ])('of %s', (words, expected) => expect(ranges(words)).toEqual(expected));

  it('does not trust one build between two that break the clause', () => expect(ranges('80b 81h 83b 84h')).toEqual([[84, 84]]));
});

describe('mirrored', () => {
  const releases = [['79', '79'], ['80', '81'], ['81', '83']].map(([version, engineVersion]) => ({ version: version ?? '', engine: 'Blink', engineVersion }));
  const of = (/** @type {import('../../../src/compat/mdn.mjs').Statement[]} */ ...statements) => mirrored(statements.map((statement) => ({ statement })), releases).map(({ statement }) => statement);

  it('finds the first release with an engine as new', () => expect(of({ version_added: '80' })).toEqual([{ version_added: '80' }]));
  it('keeps "≤"', () => expect(of({ version_added: '≤82' })).toEqual([{ version_added: '≤81' }]));
  it('has no "≤" for what was there before the browser took up the engine', () => expect(of({ version_added: '≤64' })).toEqual([{ version_added: '79' }]));
  it('leaves out what was gone by then, and what no release has yet', () => {
    expect(of({ version_added: '84' }, { version_added: '≤64', version_removed: '76' })).toEqual([]);
  });
  it('leaves a statement open whose end no release has yet', () => expect(of({ version_added: '79', version_removed: '84' })).toEqual([{ version_added: '79' }]));
  it('keeps what else a statement says', () => expect(of({ version_added: '79', version_removed: '80', partial_implementation: true, notes: ['x'] })).toEqual([{ version_added: '79', version_removed: '80', partial_implementation: true, notes: ['x'] }]));
});
