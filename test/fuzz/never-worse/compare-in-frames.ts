import type { Page } from '../../../src/conformance/realm';
import { verdictLine } from '../../never-worse/verdict-line.mjs';
import { inFrame } from '../in-frame';
import type { Violation } from '../model-types';
import type { Install } from '../perform';
import type { Program } from '../program';
import { compareRuns } from './compare-runs';
import { observeProgram } from './observe-program';

/** Runs a program natively in one frame and with a shim in another, and says what the page of the second loses. */
export async function compareInFrames(program: Program, installIn: (page: Page) => Install): Promise<Violation[]> {
  const losses = await compareRuns(program, (chosen, shimmed) => inFrame((page) => observeProgram(chosen, page, shimmed ? installIn(page) : undefined)));
  return losses.map((loss) => ({ promise: 'never-worse', text: verdictLine(loss) }));
}
