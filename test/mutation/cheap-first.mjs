import { BaseSequencer } from 'vitest/node';

/** The test files that run every replayed engine through the suite. */
const dear = ['replayed-engines', 'every-repair', 'any-behaviour'];

/**
 * How much a test file costs, in its order among the others.
 * @param {import('vitest/node').TestSpecification} specification
 */
const cost = ({ moduleId }) => (moduleId.includes('/shim/') ? -2 : dear.findIndex((name) => moduleId.includes(`/${name}.test.`)));

/** Runs the cheap test files first: a mutant's run ends with the first test that fails. */
export class CheapFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    return [...files].sort((one, other) => cost(one) - cost(other));
  }
}
