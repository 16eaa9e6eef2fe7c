import { defineConfig } from 'vitest/config';
import { CheapFirst } from './cheap-first.mjs';

/** The unit tests that run the shim and start nothing: those that a mutation run repeats for every mutant. */
export default defineConfig({
  test: {
    include: ['test/unit/{replay,shim}/**/*.test.ts'],
    sequence: { sequencer: CheapFirst },
  },
});
