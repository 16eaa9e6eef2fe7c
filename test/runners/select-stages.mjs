import { chooseBrowsers } from '../browsers/choose-browsers.mjs';
import { UsageError } from '../commands/usage-error.mjs';

/**
 * @typedef {import('./stages.mjs').Stage} Stage
 *
 * @typedef {Stage & { paths: string[] }} StageWithFiles a stage, and the paths of its test files
 *
 * @typedef {object} Selection
 * @property {{ stage: StageWithFiles, files: string[] }[]} runs no files means all of the stage
 * @property {string[]} browsers names; none means every browser that is here
 */

/**
 * What the words of `npm test -- WORD…` select: a word is the name of a stage, else of a browser, else part of the paths of test files.
 * Files are looked for in the stages that are named, and in the others where these have none of that name.
 * @param {string[]} words none selects everything
 * @param {StageWithFiles[]} stages
 * @param {{ name: string }[]} found the browsers that are here
 * @returns {Selection} throws a `UsageError` for a word that selects nothing
 */
export function selectStages(words, stages, found) {
  const named = stages.filter(({ name }) => words.includes(name));
  const others = words.filter((word) => !stages.some(({ name }) => name === word));
  const { chosen, unknown: parts } = chooseBrowsers(found, others);
  const files = new Map(stages.map((stage) => [stage, /** @type {string[]} */ ([])]));
  for (const part of parts) {
    const holding = (/** @type {StageWithFiles[]} */ among) => among.filter(({ paths }) => paths.some((path) => path.includes(part)));
    const holders = holding(named).length ? holding(named) : holding(stages);
    if (holders.length === 0) throw unknownWord(part, stages, found);
    for (const stage of holders) files.get(stage)?.push(...stage.paths.filter((path) => path.includes(part)));
  }
  const isMeant = (/** @type {StageWithFiles} */ stage) =>
    named.includes(stage) || files.get(stage)?.length || (named.length === 0 && parts.length === 0 && (chosen.length === 0 || stage.needsBrowsers));
  return {
    runs: stages.filter(isMeant).map((stage) => ({ stage, files: [...new Set(files.get(stage))] })),
    browsers: chosen.map(({ name }) => name),
  };
}

/**
 * @param {string} word
 * @param {Stage[]} stages
 * @param {{ name: string }[]} found
 */
function unknownWord(word, stages, found) {
  const names = (/** @type {{ name: string }[]} */ all) => all.map(({ name }) => name).join(', ') || 'none';
  return new UsageError(JSON.stringify(word), `a stage (${names(stages)}), a browser that is here (${names(found)}) or part of the path of a test file`);
}
