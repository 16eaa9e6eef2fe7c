import { test } from '@playwright/test';

/** Skips the test that runs, and says why: a list of tests only says that it was skipped. */
export function skipNamed(reason: string): void {
  const { project, title } = test.info();
  console.log(`skipped in ${project.name}: ${title}: ${reason}`);
  test.skip(true, reason);
}
