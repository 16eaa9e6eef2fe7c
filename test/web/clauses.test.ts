import { expect } from 'chai';
import { type CheckResult, check } from '../../src/check';
import { clauseSources } from '../../src/compat/clause-sources.mjs';
import { clauses } from '../../src/contract/clauses';
import type { Handle } from '../../src/fn';
import { inRealm } from './realms';

// Each clause in three states of a realm. What the native engine keeps is compared with the table in table.test.ts.
describe('the contract', () => {
  let native: CheckResult;
  let shimmed: CheckResult;
  let uninstalled: CheckResult;
  let handle: Handle;

  before(
    inRealm(async ({ page, install }) => {
      native = await check(page);
      handle = install();
      shimmed = await check(page);
      expect(handle.uninstall(), 'uninstall() leaves all native').to.equal(true);
      uninstalled = await check(page);
    }),
  );

  const verdicts = ({ results }: CheckResult) => Object.fromEntries(results.map(({ id, verdict }) => [id, verdict]));

  it('could set every scene', () => {
    for (const { failures } of [native, shimmed, uninstalled]) expect(failures).to.deep.equal({});
  });

  it('is broken by every engine, so that the checks can fail', () => {
    expect(Object.values(verdicts(native))).to.include('broken');
  });

  for (const id of Object.keys(clauses)) {
    it(`${id} holds with the shim`, () => {
      const result = shimmed.results.find((each) => each.id === id)!;
      expect(result.verdict, result.observed.join('; ')).to.equal('holds');
    });

    // What a race decides is not the same in two runs of one engine: that the engine's members are back is in members.test.ts.
    if (clauseSources[id]!.race) continue;
    it(`${id} is the engine's again after uninstall()`, () => {
      expect(verdicts(uninstalled)[id]).to.equal(verdicts(native)[id]);
    });
  }
});
