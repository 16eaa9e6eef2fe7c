import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HELP, parseOptions } from '../../test/commands/parse-options.mjs';
import { runCommand } from '../../test/commands/run-command.mjs';
import { counted } from '../timeline/counted.mjs';
import { isPlaceholder } from './project.mjs';

const ROOT = new URL('../../', import.meta.url);
const PLACES = ['author', 'homepage', 'repository', 'bugs'];

/**
 * Why a version must not be published, a line each: what is wrong, and what to do.
 * @param {{ manifest: Record<string, any>, changelog: string, repository?: string | undefined, tag?: string | undefined }} what package.json, CHANGELOG.md; where it is published from, as `owner/name`, and of which tag, where that is known
 * @returns {string[]} empty where it may be
 */
export function releaseProblems({ manifest, changelog, repository, tag }) {
  const { version } = manifest;
  const text = (/** @type {string} */ field) => JSON.stringify(manifest[field] ?? '');
  const missing = PLACES.filter((field) => manifest[field] === undefined);
  const waiting = PLACES.filter((field) => isPlaceholder(text(field)));
  const heading = new RegExp(`^## ${version.replaceAll('.', '\\.')} \\((.+)\\)$`, 'm').exec(changelog)?.[1];
  return [
    ...missing.map((field) => `package.json has no ${field}: say where the project lives`),
    ...waiting.map((field) => `${field} in package.json is a placeholder, ${text(field)}: put the project's own in the stead of OWNER, and run npm run build`),
    ...(heading === undefined ? [`CHANGELOG.md has no section of version ${version}: write what is new in it`] : []),
    ...(heading !== undefined && !/^\d{4}-\d\d-\d\d$/.test(heading) ? [`CHANGELOG.md says of version ${version} "${heading}": put the date there, as 2026-01-31`] : []),
    ...(repository !== undefined && !text('repository').includes(`/${repository}.git"`) ? [`it would be published from ${repository}, and package.json names ${text('repository')}: provenance wants them to agree`] : []),
    ...(tag !== undefined && tag !== `v${version}` ? [`the tag is ${tag}, and package.json says ${version}: they have to agree`] : []),
  ];
}

const USAGE = `npm run release-check -- [options]

Says why this version must not be published: placeholders in package.json, no dated section in CHANGELOG.md, another
repository or tag than package.json names. npm publish runs it first.

  --help  this text

Exit code: 0 it may be published, 1 it must not, 2 wrong options.
`;

/** @param {string[]} args */
const read = (args) => parseOptions({ args, options: { help: HELP } }).values;

/**
 * @param {{ help: boolean }} _options
 * @param {import('../../test/commands/output.mjs').Output} output
 * @returns {import('../../test/commands/run-command.mjs').Outcome}
 */
function run(_options, output) {
  const text = (/** @type {string} */ name) => readFileSync(new URL(name, ROOT), 'utf8');
  const { GITHUB_REPOSITORY: repository, GITHUB_REF_TYPE: type, GITHUB_REF_NAME: name } = process.env;
  const problems = releaseProblems({ manifest: JSON.parse(text('package.json')), changelog: text('CHANGELOG.md'), repository, tag: type === 'tag' ? name : undefined });
  for (const problem of problems) output.note(problem);
  return { isWell: problems.length === 0, summary: problems.length ? `not to be published, ${counted(problems.length, 'problem')}` : 'it may be published' };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await runCommand({ name: 'npm run release-check', usage: USAGE, read, run }, process.argv.slice(2), process);
}
