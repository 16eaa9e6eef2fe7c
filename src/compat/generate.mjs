import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CONTRIBUTED, measurementName, readMeasurements } from '../../test/matrix/measurement-files.mjs';
import { SUITE_VERSION } from '../../test/matrix/suite-version.mjs';
import { badgeFiles } from './badges.mjs';
import { CLOSE_PICTURES, closePicture } from './close-picture.mjs';
import { closeRuns, runOf } from './close-runs.mjs';
import { compatData } from './compat-data.mjs';
import { differences, writeGenerated } from './generated-files.mjs';
import { integrityTable } from './integrity-table.mjs';
import { libraryTable } from './library-table.mjs';
import { matrixPicture } from './matrix-picture.mjs';
import { openMdn } from './mdn.mjs';
import { readClauses } from './read-clauses.mjs';
import { badgeFacts, readmeFace } from './readme-face.mjs';
import { figure, readmeParts } from './readme-parts.mjs';
import { withGeneratedParts } from './readme.mjs';
import { changelogSection } from './table-changes.mjs';
import { writeUpstream } from './upstream/write-upstream.mjs';
import { validate } from './validate.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Everything that is generated from MDN's data, the measurements and the cited rows, as path → text.
 * `changes`: what is otherwise in the table than in the one that is there, as a section of a changelog.
 * @returns {Promise<{ files: Record<string, string>, summary: string, changes: string }>}
 */
export async function generate() {
  const mdn = openMdn();
  const clauses = await readClauses();
  const measurements = ofOneSuite(readMeasurements());
  // Who contributed can't be asked to do it again: what another suite saw is kept, and says nothing.
  const contributed = readMeasurements(CONTRIBUTED).filter(({ suite }) => suite === SUITE_VERSION);
  const cited = JSON.parse(readFileSync(new URL('./cited.json', import.meta.url), 'utf8'));
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const data = compatData({ mdn, measurements, contributed, cited, clauses, suite: SUITE_VERSION, version });
  validate(data);
  /** @type {Record<string, string>} */
  const files = {
    // To be read, and for a difference to be looked for in; the other is in the package.
    'src/compat/compat-data.json': `${JSON.stringify({ ...data, $schema: './schema.json' }, null, 2)}\n`,
    'compat-data.json': `${JSON.stringify(data)}\n`,
    'dist/matrix.svg': matrixPicture(clauses, measurements),
    ...closePictures(),
    ...badgeFiles(await badgeFacts()),
  };
  const parts = { ...readmeParts(data, measurements, mdn.browserName), ...(await readmeFace()), libraries: await libraryTable(), integrity: integrityTable() };
  for (const page of pages()) files[page] = withGeneratedParts(readFileSync(`${ROOT}${page}`, 'utf8'), parts, page);
  const before = existsSync(`${ROOT}compat-data.json`) ? JSON.parse(readFileSync(`${ROOT}compat-data.json`, 'utf8')) : data;
  return { files, summary: figure(measurements), changes: changelogSection(before, data) };
}

/** The pages that have generated parts, or may. */
function pages() {
  const docs = readdirSync(`${ROOT}src/docs`).filter((name) => name.endsWith('.md')).map((name) => `src/docs/${name}`);
  return [...(existsSync(`${ROOT}README.md`) ? ['README.md'] : []), ...docs];
}

/** @returns {Record<string, string>} */
function closePictures() {
  const run = runOf(closeRuns(), 'chromium');
  return Object.fromEntries(CLOSE_PICTURES.map(([name, form, theme]) => [`dist/${name}`, closePicture(run, form, theme)]));
}

/**
 * The measurements, if all were made by the suite that is here.
 * @param {import('./measured-runs.mjs').Measurement[]} measurements
 */
export function ofOneSuite(measurements) {
  const old = measurements.filter(({ suite }) => suite !== SUITE_VERSION);
  if (old.length) throw new Error(`measured by another suite than number ${SUITE_VERSION}: ${old.map(measurementName).join(', ')}; run npm run matrix again`);
  return measurements;
}

/**
 * What `npm run compat` is asked for.
 * @param {readonly string[]} args
 * @returns {{ check: boolean, upstream?: string }}
 * @throws {TypeError} that says what it takes
 */
export function commandOf(args) {
  const [first, folder] = args;
  if (first === '--upstream' && folder && args.length === 2) return { check: false, upstream: folder };
  if (args.length === 0 || (args.length === 1 && first === '--check')) return { check: args.length === 1 };
  throw new TypeError(`npm run compat does not take ${args.join(' ')}: it takes --check, which compares instead of writing, or --upstream FOLDER, which writes the patch for browser-compat-data there`);
}

/**
 * `npm run compat`: writes what is generated; with `--check` says what is out of date instead, with `--upstream FOLDER` writes what browser-compat-data could take over.
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
async function main(args) {
  const { check, upstream } = commandOf(args);
  if (upstream) {
    const changed = writeUpstream(upstream, { measurements: ofOneSuite(readMeasurements()), mdn: openMdn() });
    process.stdout.write(changed.length ? `Written into ${upstream}: ${changed.join(', ')}\n` : `${upstream} has it all.\n`);
    return true;
  }
  const { files, summary, changes } = await generate();
  const different = check ? differences(ROOT, files) : [];
  const changed = check ? [] : writeGenerated(ROOT, files);
  if (changes) process.stdout.write(`${changes}\n`);
  if (!check) process.stdout.write(`${summary}\n${changed.length ? `Written: ${changed.join(', ')}` : 'Nothing has changed.'}\n`);
  else process.stdout.write(different.length ? `${different.join('\n')}\nRun npm run compat and commit what it writes.\n` : 'All that is generated is up to date.\n');
  return different.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).then(
    (isWell) => (process.exitCode = isWell ? 0 : 1),
    (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
}
