import { writeFileSync } from 'node:fs';

/** @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult */

/**
 * A reporter of @web/test-runner that writes how many tests passed, failed and were skipped to the file named by COUNTS_FILE.
 * @returns {import('@web/test-runner').Reporter}
 */
export function countingReporter() {
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      /** @param {TestSuiteResult} suite */
      const add = (suite) => {
        for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        suite.suites.forEach(add);
      };
      for (const { testResults, passed, errors } of sessions) {
        if (testResults) add(testResults);
        // A file that broke before its first test counts as a failure.
        if (!passed && (!testResults || errors.length)) counts.failed++;
      }
      if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
    },
  };
}
