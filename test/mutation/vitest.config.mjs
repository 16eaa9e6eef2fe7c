import { defineConfig } from 'vitest/config';
import { CheapFirst } from './cheap-first.mjs';

/** The unit tests that run the shim and start nothing: those that a mutation run repeats for every mutant. */
export default defineConfig({
  test: {
    include: ['test/unit/{replay,shim}/**/*.test.ts'],
    // One worker for all files, a new one for each mutant.
    isolate: false,
    // In the one worker the shim is loaded by whichever file comes first, and takes then what it works with.
    setupFiles: ['test/replay/native-text.ts', 'test/replay/replayed-event.ts'],
    maxWorkers: 1,
    sequence: { sequencer: CheapFirst },
  },
});
