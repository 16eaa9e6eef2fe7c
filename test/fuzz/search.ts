import * as fc from 'fast-check';
import { comparablePrograms, programs } from './commands';
import type { Violation } from './model-types';
import type { Program } from './program';

/** What programs are held against: the contract, or what a page has natively. */
export const rules = ['contract', 'never-worse'] as const;

/** What a search has found: the shortest program that it got to, and how to get there again. */
export interface Find {
  rule: (typeof rules)[number];
  seed: number;
  path: string;
  program: Program;
  violations: Violation[];
  shrinks: number;
}

/** One search: so many programs from a seed, or the one at the end of a path. */
export interface Search {
  rule: Find['rule'];
  seed: number;
  programs: number;
  path?: string | undefined;
  /** Looks for shorter programs that break the same. */
  shrinks?: boolean;
}

/** Runs programs, and shrinks the first that breaks something. */
export async function search({ rule, seed, programs: numRuns, path, shrinks = true }: Search, run: (program: Program) => Promise<Violation[]>): Promise<Find | undefined> {
  let broken: { program: Program; violations: Violation[] } | undefined;
  const property = fc.asyncProperty(rule === 'contract' ? programs : comparablePrograms, async (program) => {
    const violations = await run(program);
    if (!violations.length) return true;
    broken = { program, violations };
    return false;
  });
  const details = await fc.check(property, { seed, numRuns, endOnFailure: !shrinks, ...(path !== undefined && { path }), interruptAfterTimeLimit: 240_000 });
  if (!broken) return undefined;
  return { rule, seed, path: details.counterexamplePath ?? '', shrinks: details.numShrinks, ...broken };
}
