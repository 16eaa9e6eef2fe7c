import { fetchBuild } from '../browsers/fetch-build.mjs';
import { hostMissing } from '../browsers/host-missing.mjs';

/**
 * @typedef {import('../browsers/build-catalogue.mjs').Build} Build
 * @typedef {import('./output.mjs').Output} Output
 */

/**
 * Those that this machine can run; the others are named as skipped.
 * @param {readonly Build[]} builds
 * @param {Output} output
 * @returns {Build[]}
 */
export function runnableBuilds(builds, output) {
  return builds.filter((build) => {
    const lacking = 'browser' in build ? undefined : hostMissing(build);
    if (lacking) output.note(`${build.name} is skipped: ${lacking.reason} (${lacking.install})`);
    return !lacking;
  });
}

/**
 * The browser of a build, which is fetched where it is not here.
 * @param {Build} build
 * @param {Output} output
 * @returns {Promise<import('../browsers/find-browsers.mjs').Browser>}
 */
export async function browserOf(build, output) {
  return 'browser' in build ? build.browser : fetchBuild(build, { onProgress: (step) => output.step(build.name, step) });
}
