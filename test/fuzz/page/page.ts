import type { Page } from '../../../src/conformance/realm';
import type { Options } from '../../../src/fn';
import { inFrame } from '../in-frame';
import type { Violation } from '../model-types';
import type { Program } from '../program';
import { runProgram } from '../run-program';
import { compareInFrames } from '../never-worse/compare-in-frames';
import { type Find, rules, search } from '../search';
import { collect } from './collect';

/** What the command asks of a page. */
export interface Task {
  seed: number;
  programs: number;
  path?: string;
  /** Only programs that are held against this; without, both in turn. */
  rule?: Find['rule'];
  /** How many programs run at a time. */
  parallel: number;
  /** After this many milliseconds no further search begins. */
  limitMs: number;
  /** Clauses that are switched, to see that the model can fail. */
  clauses?: Options['clauses'];
}

/** What a page tells while it runs, and at the end. */
export interface PageReport {
  programs: number;
  finds: Find[];
}

declare global {
  interface Window {
    fuzzTask: Task;
    rtcCloseShim: typeof import('../../../src/script');
    report(json: unknown): void;
    progress(json: unknown): void;
  }
}

// Long enough for what is rare to come to a count, short enough that a find is named by few programs.
const CHUNK = 20;
const COLLECTED_EVERY = 100;

async function fuzz({ seed, programs, path, rule, parallel, limitMs, clauses = {} }: Task): Promise<PageReport> {
  const report: PageReport = { programs: 0, finds: [] };
  const until = performance.now() + limitMs;
  const installIn = (page: Page) => (options: Options = {}) => window.rtcCloseShim.install(page, { ...options, clauses });
  const runs: Record<Find['rule'], (program: Program) => Promise<Violation[]>> = {
    contract: (program) => inFrame((page) => runProgram(program, page, installIn(page))),
    'never-worse': (program) => compareInFrames(program, installIn),
  };
  const runOf = (chosen: Find['rule']) => async (program: Program) => {
    const violations = await runs[chosen](program);
    if (++report.programs % COLLECTED_EVERY === 0) await collect();
    if (report.programs % 10 === 0) window.progress({ programs: report.programs, finds: report.finds.length });
    return violations;
  };
  let next = 0;
  const worker = async () => {
    while (next * CHUNK < programs && performance.now() < until && report.finds.length < 5) {
      const at = next++;
      const chosen = rule ?? rules[at % rules.length]!;
      const found = await search({ rule: chosen, seed: (seed + at) | 0, programs: Math.min(CHUNK, programs - at * CHUNK), path }, runOf(chosen));
      if (!found) continue;
      report.finds.push(found);
      window.progress({ programs: report.programs, finds: report.finds.length, find: found });
    }
  };
  await Promise.all(Array.from({ length: path === undefined ? parallel : 1 }, worker));
  return report;
}

window.rtcCloseShim.uninstall();
fuzz(window.fuzzTask).then(window.report, (error: Error) => window.report({ error: `${error}\n${error.stack}` }));
