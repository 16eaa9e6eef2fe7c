import * as fc from 'fast-check';
import { programs } from './commands';
import type { Violation } from './model-types';
import type { Program } from './program';

/** What a search has found: the shortest program that it got to, and how to get there again. */
export interface Find {
  seed: number;
  path: string;
  program: Program;
  violations: Violation[];
  shrinks: number;
}

/** One search: so many programs from a seed, or the one at the end of a path. */
export interface Search {
  seed: number;
  programs: number;
  path?: string | undefined;
}

/** Runs programs, and shrinks the first that breaks something. */
export async function search({ seed, programs: numRuns, path }: Search, run: (program: Program) => Promise<Violation[]>): Promise<Find | undefined> {
  let broken: { program: Program; violations: Violation[] } | undefined;
  const property = fc.asyncProperty(programs, async (program) => {
    const violations = await run(program);
    if (!violations.length) return true;
    broken = { program, violations };
    return false;
  });
  const details = await fc.check(property, { seed, numRuns, ...(path !== undefined && { path }), interruptAfterTimeLimit: 240_000 });
  if (!broken) return undefined;
  return { seed, path: details.counterexamplePath ?? '', shrinks: details.numShrinks, ...broken };
}
