import { check } from 'rtc-close-shim/check';
import { install } from 'rtc-close-shim/fn';

/** The clauses that do not hold, each with what was seen. */
async function broken() {
  const { results } = await check();
  if (!results.some(({ verdict }) => verdict === 'holds')) throw new Error('nothing could be checked');
  return results.filter(({ verdict }) => verdict === 'broken').map(({ id, observed }) => `${id}: ${observed.join('; ')}`);
}

describe('close()', () => {
  it('breaks clauses natively', async () => {
    const found = await broken();
    console.log(found.join('\n'));
    if (!found.length) throw new Error('this browser keeps the whole contract: it needs no shim');
  });

  it('breaks none with the shim', async () => {
    install();
    const found = await broken();
    if (found.length) throw new Error(found.join('\n'));
  });
});
