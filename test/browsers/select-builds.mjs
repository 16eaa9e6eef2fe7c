import { UsageError } from '../commands/usage-error.mjs';

const PATTERN = /^([a-z]+)(?:@(\d+(?:\.\d+)*)(?:-(\d+))?)?$/;

/**
 * The builds that `patterns` mean, in the catalogue's order: an engine or brand (`chromium`: all of it), one major or fuller version (`chromium@64`), a range of majors
 * (`chromium@64-80`), or a whole name.
 * @template {{ name: string, engine: string, version: string }} T
 * @param {readonly T[]} catalogue
 * @param {readonly string[]} patterns
 * @returns {T[]}
 * @throws {UsageError} when a pattern is malformed or means no build; it says what there is
 */
export function selectBuilds(catalogue, patterns) {
  const chosen = new Set(patterns.flatMap((pattern) => {
    const builds = catalogue.filter(matcher(pattern, catalogue));
    if (builds.length === 0) throw noBuild(pattern, catalogue);
    return builds;
  }));
  return catalogue.filter((build) => chosen.has(build));
}

/**
 * @param {string} pattern
 * @param {readonly { name: string }[]} catalogue
 * @returns {(build: { name: string, engine: string, version: string }) => boolean}
 */
function matcher(pattern, catalogue) {
  const [, family, first, last] = PATTERN.exec(pattern) ?? [];
  const backwards = last !== undefined && Number(first) > Number(last);
  if (family === undefined && catalogue.some(({ name }) => name === pattern)) return ({ name }) => name === pattern;
  if (family === undefined || backwards || (last !== undefined && first?.includes('.'))) throw noBuild(pattern, catalogue);
  return (build) => {
    if (build.engine !== family && build.name.split('@')[0] !== family) return false;
    if (first === undefined) return true;
    if (last === undefined) return `${build.version}.`.startsWith(`${first}.`);
    const major = Number.parseInt(build.version, 10);
    return major >= Number(first) && major <= Number(last);
  };
}

/**
 * @param {string} pattern
 * @param {readonly { name: string }[]} catalogue
 */
function noBuild(pattern, catalogue) {
  return new UsageError(JSON.stringify(pattern), `an engine, a name such as chromium@64 or a range such as chromium@64-80, of ${catalogue.map(({ name }) => name).join(', ') || 'no build at all'}`);
}
