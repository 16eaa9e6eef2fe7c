import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../test/commands/run-command.mjs';
import { CONTRIBUTED, measurementName, readMeasurements } from '../../test/matrix/measurement-files.mjs';
import { SUITE_VERSION } from '../../test/matrix/suite-version.mjs';
import { badgeFiles } from './badges.mjs';
import { CLOSE_PICTURES, closePicture } from './close-picture.mjs';
import { closeRuns, runOf } from './close-runs.mjs';
import { USAGE, readCompatArguments } from './compat-arguments.mjs';
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
 * @param {ReturnType<typeof readCompatArguments>} options
 * @param {import('../../test/commands/output.mjs').Output} output
 * @returns {Promise<import('../../test/commands/run-command.mjs').Outcome>}
 */
async function run({ check, upstream }, output) {
  if (upstream !== undefined) {
    const changed = writeUpstream(upstream, { measurements: ofOneSuite(readMeasurements()), mdn: openMdn() });
    return { isWell: true, summary: changed.length ? `written into ${upstream}: ${changed.join(', ')}` : `${upstream} has it all` };
  }
  const { files, summary, changes } = await generate();
  if (changes) output.tell(changes);
  if (!check) {
    const changed = writeGenerated(ROOT, files);
    output.tell(summary);
    return { isWell: true, summary: changed.length ? `written: ${changed.join(', ')}` : 'nothing has changed' };
  }
  const different = differences(ROOT, files);
  for (const difference of different) output.note(difference);
  return { isWell: different.length === 0, summary: different.length ? 'run npm run compat and commit what it writes' : 'all that is generated is up to date' };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await runCommand({ name: 'npm run compat', usage: USAGE, read: readCompatArguments, run }, process.argv.slice(2), process);
}
