import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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

/** `npm run release-check`, which `npm publish` runs first. */
function main() {
  const read = (/** @type {string} */ name) => readFileSync(new URL(name, ROOT), 'utf8');
  const { GITHUB_REPOSITORY: repository, GITHUB_REF_TYPE: type, GITHUB_REF_NAME: name } = process.env;
  const problems = releaseProblems({ manifest: JSON.parse(read('package.json')), changelog: read('CHANGELOG.md'), repository, tag: type === 'tag' ? name : undefined });
  process.stdout.write(problems.length ? `Not to be published:\n${problems.map((problem) => `- ${problem}\n`).join('')}` : 'It may be published.\n');
  process.exitCode = problems.length ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
