import { expect } from 'chai';
import type { CompatData } from '../../src/compat/compat-data.mjs';
import { behaviours, prelude } from '../../src/compat/upstream/behaviours.mjs';
import { type Naming, readEnvironment } from '../../src/shim/choice/detect-engine';
import { inRealm } from './realms';

// The tests that the pull request for browser-compat-data names, natively, against the measurements that its rows are made of.
describe('the tests for browser-compat-data', () => {
  const { engine, milestone: version } = readEnvironment(window as unknown as Naming);

  for (const { path, clause, missing, partly = [], test } of behaviours) {
    it(`${path} is what was measured`, inRealm(async ({ page }) => {
      const data = (await (await fetch('/compat-data.json')).json()) as CompatData;
      const { evidence } = Object.values(data.clauses).find(({ id }) => id === clause)!;
      const seen = evidence.find((one) => one.status === 'measured' && one.engine === engine && one.builds!.split(', ').some((build) => parseInt(build, 10) === version));
      const signs = [...missing, ...partly].map(([sign]) => sign);
      const isThere = !seen?.observed?.some((what) => signs.some((sign) => sign.test(what)));
      const found = await (page.Function(`return (async () => {\n${prelude}\n${test}\n})()`)() as Promise<boolean>);
      if (seen) expect(found).to.equal(isThere);
      expect(found).to.be.a('boolean');
    }));
  }

  it('are looked at in a measured browser', async () => {
    const data = (await (await fetch('/compat-data.json')).json()) as CompatData;
    expect(data.__meta.measured[engine!]).to.include(version!);
  });
});
