import { fileURLToPath } from 'node:url';
import { serve } from '../../test/browsers/serve.mjs';
import { HELP, parseOptions } from '../../test/commands/parse-options.mjs';
import { readNumber } from '../../test/commands/read-number.mjs';
import { runCommand } from '../../test/commands/run-command.mjs';
import { askedToEnd } from '../../test/lab/serve-report.mjs';
import { buildSite } from './build-site.mjs';
import { siteFiles } from './site-files.mjs';

const FOLDER = fileURLToPath(new URL('../../dist/site/', import.meta.url));

const USAGE = `npm run site -- [options]

Makes the project's site in dist/site (the playground, the picture of all browsers and the pages), and
serves it to this machine alone.

  --once             ends after the site is made, serves nothing
  --port N           where to serve (default 4174)
  --repository URL   where the files can be read that the site does not have (default: what package.json says)
  --revision NAME    of the repository (default: the tag of this version)
  --help             this text

Exit code: 0 the site is made, 1 it could not be, 2 wrong options.
`;

/** @typedef {{ once: boolean, port: number, repository: string | undefined, revision: string | undefined, help: boolean }} Arguments */

/**
 * @param {string[]} args
 * @returns {Arguments}
 */
function read(args) {
  const { values } = parseOptions({
    args,
    options: {
      once: { type: 'boolean', default: false },
      port: { type: 'string', default: '4174' },
      repository: { type: 'string' },
      revision: { type: 'string' },
      help: HELP,
    },
  });
  return { once: values.once, port: readNumber('--port', values.port, 0, 65535), repository: values.repository, revision: values.revision, help: values.help };
}

/**
 * @param {Arguments} options
 * @param {import('../../test/commands/output.mjs').Output} output
 * @returns {import('../../test/commands/run-command.mjs').Outcome}
 */
function run({ once, port, repository, revision }, output) {
  const paths = buildSite(FOLDER, { ...(repository === undefined ? {} : { repository }), ...(revision === undefined ? {} : { revision }) });
  const outcome = { isWell: true, summary: `${paths.length} files in ${FOLDER}` };
  return once ? outcome : { ...outcome, afterwards: () => show(paths, port, output) };
}

/**
 * @param {string[]} paths
 * @param {number} port
 * @param {import('../../test/commands/output.mjs').Output} output
 */
async function show(paths, port, output) {
  const server = await serve({ files: siteFiles(FOLDER, paths), port });
  output.tell(`Open ${server.url}/ (Ctrl-C ends)`);
  await askedToEnd();
  await server.close();
}

process.exitCode = await runCommand({ name: 'npm run site', usage: USAGE, read, run }, process.argv.slice(2), process);
