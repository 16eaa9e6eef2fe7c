import { expect } from 'chai';
import { type Options, install } from '../../src/fn';
import { finds } from '../fuzz/finds';
import { inFrame } from '../fuzz/in-frame';
import type { Program } from '../fuzz/program';
import { proofs } from '../fuzz/proofs';
import { runParallel } from '../fuzz/run-parallel';
import { runProgram } from '../fuzz/run-program';
import { scriptOf } from '../fuzz/script-of';
import { search } from '../fuzz/search';

const PARALLEL = 12;
const PER_SEED = 15;
const FIXED_SEEDS = Array.from({ length: 10 }, (_, i) => i + 1);

const run = (options: Options = {}) => (program: Program) => inFrame((page) => runProgram(program, page, (chosen) => install(page, { ...chosen, ...options })));

/** Searches from each seed; a find is an error that says all that is to be known of it. */
async function findNothing(seeds: number[]): Promise<void> {
  const broken: string[] = [];
  await runParallel(seeds, PARALLEL, async (seed) => {
    const find = await search({ seed, programs: PER_SEED }, run());
    if (!find) return;
    const { path, program, violations } = find;
    const what = violations.map(({ promise, text }) => `${promise}: ${text}`);
    broken.push([...what, `npm run fuzz -- --seed ${seed} --path ${path}`, JSON.stringify(program), scriptOf(program)].join('\n'));
  });
  expect(broken, broken.join('\n\n')).to.deep.equal([]);
}

describe('random programs over real connections', () => {
  it('keep the contract, from fixed seeds', () => findNothing(FIXED_SEEDS)).timeout(120_000);

  it('keep the contract, from a new seed', () => {
    const seed = Math.floor(Math.random() * 1e9);
    console.log(`fuzz: the new seed is ${seed}`);
    return findNothing(FIXED_SEEDS.map((i) => seed + i));
  }).timeout(120_000);

  for (const name of finds) {
    it(`keep the contract: ${name}`, async () => {
      const program = (await (await fetch(new URL(`../fuzz/finds/${name}.json`, import.meta.url))).json()) as Program;
      expect(await run()(program)).to.deep.equal([]);
    });
  }
});

// A model that finds nothing could be one that looks at nothing.
describe('the model of the fuzzer', () => {
  const engine = navigator.userAgent.includes('Firefox') ? 'firefox' : 'chromium';

  for (const { clause, program, off = clause } of proofs.filter((each) => each.in.includes(engine))) {
    it(`finds ${clause} broken where ${off} is switched off`, async () => {
      expect(await run()(program)).to.deep.equal([]);
      // What breaks the clause has to be on its way when the program closes, which a busy machine may keep it from.
      const broken: string[] = [];
      for (let tries = 0; tries < 5 && !broken.includes(clause); tries++) {
        broken.push(...(await run({ clauses: { [off]: 'off' } })(program)).map(({ promise }) => promise));
      }
      expect(broken).to.include(clause);
    });
  }
});
