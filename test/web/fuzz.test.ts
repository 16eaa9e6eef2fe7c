import { expect } from 'chai';
import { type Options, install } from '../../src/fn';
import type { Page } from '../../src/conformance/realm';
import { finds } from '../fuzz/finds';
import { inFrame } from '../fuzz/in-frame';
import { compareInFrames } from '../fuzz/never-worse/compare-in-frames';
import { proofs as lossyProofs } from '../fuzz/never-worse/proofs';
import type { Program } from '../fuzz/program';
import { proofs } from '../fuzz/proofs';
import { runParallel } from '../fuzz/run-parallel';
import { runProgram } from '../fuzz/run-program';
import { scriptOf } from '../fuzz/script-of';
import { search } from '../fuzz/search';
import { lossy } from './lossy';

const PARALLEL = 12;
const PER_SEED = 15;
const PAIRS_PER_SEED = 3;
const FIXED_SEEDS = Array.from({ length: 10 }, (_, i) => i + 1);

const installIn = (page: Page) => (options?: Options) => install(page as never, options);

const run = (options: Options = {}) => (program: Program) => inFrame((page) => runProgram(program, page, (chosen) => install(page, { ...chosen, ...options })));

/** Searches from each seed; a find is an error that says all that is to be known of it. */
async function findNothing(seeds: number[]): Promise<void> {
  const broken: string[] = [];
  await runParallel(seeds, PARALLEL, async (seed) => {
    const find = await search({ rule: 'contract', seed, programs: PER_SEED }, run());
    if (!find) return;
    const { path, program, violations } = find;
    const what = violations.map(({ promise, text }) => `${promise}: ${text}`);
    broken.push([...what, `npm run fuzz -- --seed ${seed} --path ${path}`, JSON.stringify(program), scriptOf(program)].join('\n'));
  });
  expect(broken, broken.join('\n\n')).to.deep.equal([]);
}

/** Searches for what is lost; each is a program that runs natively and with the shim, seven times where something differs. */
async function loseNothing(seeds: number[]): Promise<void> {
  const lost: string[] = [];
  await runParallel(seeds, PARALLEL, async (seed) => {
    const find = await search({ rule: 'never-worse', seed, programs: PAIRS_PER_SEED }, (program) => compareInFrames(program, installIn));
    if (!find) return;
    const { path, program, violations } = find;
    lost.push([...violations.map(({ text }) => text), `npm run fuzz -- --rule never-worse --seed ${seed} --path ${path}`, JSON.stringify(program), scriptOf(program)].join('\n'));
  });
  expect(lost, lost.join('\n\n')).to.deep.equal([]);
}

describe('random programs over real connections', () => {
  it('keep the contract, from fixed seeds', () => findNothing(FIXED_SEEDS)).timeout(120_000);

  it('keep the contract, from a new seed', () => {
    const seed = Math.floor(Math.random() * 1e9);
    console.log(`fuzz: the new seed is ${seed}`);
    return findNothing(FIXED_SEEDS.map((i) => seed + i));
  }).timeout(120_000);

  it('lose nothing that is there natively, from fixed seeds', () => loseNothing(FIXED_SEEDS)).timeout(120_000);

  it('lose nothing that is there natively, from a new seed', () => {
    const seed = Math.floor(Math.random() * 1e9);
    console.log(`fuzz: the new seed for what is lost is ${seed}`);
    return loseNothing(FIXED_SEEDS.map((i) => seed + i));
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

describe('the comparison of the fuzzer', () => {
  // A shim of another kind is as good as any: what it takes away is not there with it.
  const lossyIn = (spoils: (realm: Window) => void) => (page: Page) => () => {
    spoils(page as never);
    return { uninstall: () => true } as ReturnType<typeof install>;
  };

  it('finds each shim that takes something away, and none of that with this one', async () => {
    const wrong: string[] = [];
    await runParallel(lossy, PARALLEL, async ({ name, spoils }) => {
      const program = lossyProofs[name]!;
      // What is taken away has to be on its way when the program closes, which a busy machine may keep it from.
      let isFound = false;
      for (let tries = 0; tries < 5 && !isFound; tries++) isFound = (await compareInFrames(program, lossyIn(spoils))).length > 0;
      if (!isFound) wrong.push(`it does not find that ${name}`);
      wrong.push(...(await compareInFrames(program, installIn)).map(({ text }) => `with the shim: ${text}`));
    });
    expect(wrong).to.deep.equal([]);
    expect(Object.keys(lossyProofs).sort()).to.deep.equal(lossy.map(({ name }) => name).sort());
  }).timeout(120_000);

  it('finds by chance, from a fixed seed, that a member reads something else', async () => {
    const { spoils } = lossy.find(({ name }) => name === 'a member reads something else')!;
    const find = await search({ rule: 'never-worse', seed: 1, programs: 20, shrinks: false }, (program) => compareInFrames(program, lossyIn(spoils)));
    expect(find?.violations.map(({ text }) => text).join()).to.include('label');
  });
});
