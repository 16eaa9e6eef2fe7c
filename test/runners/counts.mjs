/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What one stage of the tests counts: its own tests, or itself where it has none. A stage that ends badly has a failure, whatever it counted.
 * @param {number} code its exit code
 * @param {(() => Counts) | undefined} read reads its counts; throws where it left none
 * @returns {Counts}
 */
export function countStage(code, read) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  if (read) {
    try {
      counts = read();
    } catch {
      counts.failed = 1;
    }
  } else if (!code) counts.passed = 1;
  return code && !counts.failed ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numFailedTestSuites: number }} json vitest's JSON report
 * @returns {Counts}
 */
export const countVitest = ({ numPassedTests, numFailedTests, numPendingTests }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  skipped: numPendingTests,
});

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} json Playwright's JSON report
 * @returns {Counts} a flaky test counts as failed
 */
export const countPlaywright = ({ stats: { expected, unexpected, flaky, skipped } }) => ({
  passed: expected,
  failed: unexpected + flaky,
  skipped,
});
