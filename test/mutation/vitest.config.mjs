import { defineConfig } from 'vitest/config';
import { CheapFirst } from './cheap-first.mjs';

/** The unit tests that run the shim and start nothing: those that a mutation run repeats for every mutant. */
export default defineConfig({
  test: {
    include: ['test/unit/{replay,shim}/**/*.test.ts'],
    // One worker for all files, a new one for each mutant.
    isolate: false,
    maxWorkers: 1,
    sequence: { sequencer: CheapFirst },
  },
});
