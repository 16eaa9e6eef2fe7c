import { describe, expect, it } from 'vitest';
import { measuredRuns } from '../../../src/compat/measured-runs.mjs';
import { mirrored } from '../../../src/compat/mirror.mjs';
import { spans } from '../../../src/compat/spans.mjs';
import { brokenRanges, keptRanges, statementsOf } from '../../../src/compat/statements.mjs';
import { earlier, majorOf } from '../../../src/compat/versions.mjs';
import { fakeMeasurements } from './fake-measurements.mjs';

const runs = (/** @type {string} */ words) => measuredRuns(fakeMeasurements(words), 'send-is-refused');
/** The runs of a clause of which a race decides in that engine. */
const races = (/** @type {string} */ words, engine = /** @type {'chromium' | 'firefox'} */ ('chromium')) =>
  measuredRuns(fakeMeasurements(words, { clause: 'gathering-state-stays', engine }), 'gathering-state-stays');
const partial = { partial_implementation: true, notes: ['it is wrong'] };

describe('earlier', () => {
  it.each([['9', '10'], ['≤79', '80'], ['4.4', '4.4.3'], ['18.6', '26'], ['160', 'preview']])('%s before %s', (a, b) => {
    expect([earlier(a, b), earlier(b, a), earlier(a, a)]).toEqual([true, false, false]);
  });
  it('takes the first number as the major', () => expect([majorOf('153.7.0esr'), majorOf('≤64'), majorOf('64.0.1')]).toEqual([153, 64, 64]));
});

describe('statementsOf', () => {
  const statements = (/** @type {string} */ words, /** @type {number} */ added) => statementsOf(runs(words), added).map(({ statement }) => statement);

  it('says "≤" of the oldest measured build', () => expect(statements('64h', 0)).toEqual([{ version_added: '≤64' }]));
  it('says "≤" of a change in a gap, and the version itself where there is none', () => {
    expect(statements('64h 72b 73h', 0)).toEqual([
      { version_added: '73' },
      { version_added: '≤72', version_removed: '73', ...partial },
      { version_added: '≤64', version_removed: '≤72' },
    ]);
  });
  it('keeps two ways of being broken apart', () => {
    expect(statements('64b 65c', 0)).toEqual([
      { version_added: '65', partial_implementation: true, notes: ['it is wrong in another way'] },
      { version_added: '≤64', version_removed: '65', ...partial },
    ]);
  });
  it('makes one statement of neighbours that are alike', () => expect(statements('64b 70b 80b', 0)).toEqual([{ version_added: '≤64', ...partial }]));
  it('says nothing of builds that lack the members', () => expect(statements('64a 72a 76h', 0)).toEqual([{ version_added: '≤76' }]));
  it('takes the first version with a member from MDN where that lies in the gap', () => {
    expect(statements('64a 72a 76h', 75)).toEqual([{ version_added: '75' }]);
    expect(statements('64a 72a 76h', 72)).toEqual([{ version_added: '≤76' }]);
  });
  it('says that it is not known where the suite could not look', () => {
    expect(statements('64u 65h', 0)).toEqual([{ version_added: '65' }, { version_added: null, version_removed: '65', notes: ['connected: Error: no connection'] }]);
  });
  it('calls a version broken whose builds disagree, and says so', () => {
    expect(statements('137.0.1.0h 138.0.1.0h 138.0.9.0b', 0)).toEqual([
      { version_added: '138', partial_implementation: true, notes: ['measured builds of version 138 disagree: 138.0.1.0 holds, 138.0.9.0 broken', 'it is wrong'] },
      { version_added: '≤137', version_removed: '138' },
    ]);
  });
});

describe('what nobody measured', () => {
  const notes = (/** @type {string} */ words) => statementsOf(runs(words)).map(({ statement }) => statement.notes);

  it('is named where it is much and lies between builds that agree', () => {
    expect(notes('33h 153h')).toEqual([['Chromium 34–152 between measured builds: not measured']]);
    expect(notes('45h 64h 70h 90h')).toEqual([['Chromium 46–63, 71–89 between measured builds: not measured']]);
    expect(notes('33b 153b')).toEqual([['it is wrong', 'Chromium 34–152 between measured builds: not measured']]);
  });
  it('is not named between builds that disagree, as there is a statement for each, nor where it is little', () => {
    expect(notes('33h 153b')).toEqual([['it is wrong'], undefined]);
    expect(notes('64h 80h')).toEqual([undefined]);
  });
});

describe('a race', () => {
  const RACE = 'held in each run, but a race decides';

  it('is never said to be kept, also where no run broke the clause', () => {
    expect(statementsOf(races('85h 87h')).map(({ statement }) => statement)).toEqual([{ version_added: '≤85', partial_implementation: true, notes: [RACE] }]);
  });
  it('is said of a break, too', () => {
    expect(statementsOf(races('84b 85s')).map(({ statement }) => statement.notes)).toEqual([['it is wrong', 'in some builds not every time']]);
  });
  it('is one in the engines it is known of', () => {
    expect(statementsOf(races('85h', 'firefox')).map(({ statement }) => statement)).toEqual([{ version_added: '≤85' }]);
  });
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
