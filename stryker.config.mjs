/**
 * The mutation run over the shim, `npm run mutation`: each mutant is run against the tests that meet it, in replayed engines.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.mjs' },
  coverageAnalysis: 'perTest',
  mutate: ['src/shim/**/*.ts'],
  ignorePatterns: ['.cache', '.report', 'dist', 'test/built', 'test/web', 'test/bench', 'test/memory', 'test/lab'],
  disableTypeChecks: false,
  incremental: true,
  incrementalFile: '.cache/mutation.json',
  tempDirName: '.report/mutation-sandbox',
  cleanTempDir: 'always',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  htmlReporter: { fileName: '.report/mutation/index.html' },
  jsonReporter: { fileName: '.report/mutation/mutation.json' },
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false, reportScoreTable: true },
  concurrency: 2,
  // Far beyond what a run takes on a busy machine: what ends by it is an endless loop.
  timeoutMS: 60000,
  thresholds: { high: 95, low: 85, break: 85 },
};
