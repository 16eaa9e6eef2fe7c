import { playwrightOptions } from './playwright-options.mjs';

/**
 * Files of `test/built` whose subject is a page or a project of this repository, and not what an engine does with connections: they
 * run in the first browser of each engine. All others run in every browser.
 */
export const ONCE_AN_ENGINE = ['examples/test-matrix.spec.ts', 'playground-contribute.spec.ts', 'playground-dark.spec.ts', 'playground-quiet.spec.ts', 'site.spec.ts'];

/**
 * One of Playwright's projects for each browser that was found.
 * @param {import('./find-browsers.mjs').Browser[]} found
 * @returns {import('@playwright/test').Project[]}
 */
export function playwrightProjects(found) {
  return found.map((browser) => {
    const isFirst = found.find(({ engine }) => engine === browser.engine) === browser;
    return { name: browser.name, use: playwrightOptions(browser), testIgnore: isFirst ? [] : ONCE_AN_ENGINE.map((path) => `**/${path}`) };
  });
}
