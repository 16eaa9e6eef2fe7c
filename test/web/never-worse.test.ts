import { expect } from 'chai';
import { install } from '../../src/fn';
import { neverWorse } from '../../src/never-worse';
import { judge } from '../../src/never-worse/judge';
import { moments } from '../../src/never-worse/moments';
import { runMoment } from '../../src/never-worse/run-moment';
import { QUICK_WAYS, ways } from '../../src/never-worse/ways';
import { lossy } from './lossy';

describe('what a page has natively', () => {
  it('it has with the shim, unless a clause says otherwise', async () => {
    const result = await neverWorse({ shim: (realm) => install(realm), quick: true });
    for (const each of result.skipped) console.log(`skipped: ${each}`);
    expect(result.losses.map((loss) => JSON.stringify(loss))).to.deep.equal([]);
    expect(result.moments).to.have.lengthOf.above(8);
    expect(result.allowed.map(({ clause }) => clause)).to.include('channels-read-closed');
  }).timeout(240_000);
});

// A suite that finds nothing could be one that looks at nothing.
describe('the suite that finds what is lost', () => {
  const once = async (moment: string, shim: (realm: Window) => unknown) => {
    const chosen = moments.find(({ name }) => name === moment)!;
    const run = (how?: typeof shim) => runMoment(chosen, ways.slice(0, QUICK_WAYS), how);
    return judge(chosen, [await run(), await run(), await run()], [await run(shim), await run(shim)]);
  };

  for (const { name, spoils, moment, finds } of lossy) {
    it(`finds that ${name}`, async () => {
      const { losses } = await once(moment, spoils);
      expect(losses.filter(finds), JSON.stringify(losses)).to.have.lengthOf.above(0);
    });
  }

  it('finds nothing where nothing is installed', async () => {
    const { losses, allowed } = await once('a local close', () => undefined);
    expect(losses.concat(allowed)).to.deep.equal([]);
  });
});
