import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{mjs,ts}'],
    reporters: ['default', ...(process.env.COUNTS_FILE ? ['json'] : [])],
    outputFile: process.env.COUNTS_FILE ? { json: process.env.COUNTS_FILE } : {},
  },
});
