import type { Page } from '../../../src/conformance/realm';
import type { Options } from '../../../src/fn';
import { inFrame } from '../in-frame';
import type { Program } from '../program';
import { runProgram } from '../run-program';
import { type Find, search } from '../search';
import { collect } from './collect';

/** What the command asks of a page. */
export interface Task {
  seed: number;
  programs: number;
  path?: string;
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

async function fuzz({ seed, programs, path, parallel, limitMs, clauses = {} }: Task): Promise<PageReport> {
  const report: PageReport = { programs: 0, finds: [] };
  const until = performance.now() + limitMs;
  const run = (program: Program) =>
    inFrame(async (page: Page) => {
      const violations = await runProgram(program, page, (options) => window.rtcCloseShim.install(page, { ...options, clauses }));
      if (++report.programs % COLLECTED_EVERY === 0) await collect();
      if (report.programs % 10 === 0) window.progress({ programs: report.programs, finds: report.finds.length });
      return violations;
    });
  let next = 0;
  const worker = async () => {
    while (next * CHUNK < programs && performance.now() < until && report.finds.length < 5) {
      const at = next++;
      const found = await search({ seed: (seed + at) | 0, programs: Math.min(CHUNK, programs - at * CHUNK), path }, run);
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
