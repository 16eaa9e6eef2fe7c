import { fileURLToPath } from 'node:url';
import { serve } from '../../test/browsers/serve.mjs';
import { parseOptions } from '../../test/commands/parse-options.mjs';
import { runCommand } from '../../test/commands/run-command.mjs';
import { UsageError } from '../../test/commands/usage-error.mjs';
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
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65535) throw new UsageError(`--port takes a number from 0 to 65535, not ${JSON.stringify(values.port)}`);
  return { once: values.once, port, repository: values.repository, revision: values.revision, help: values.help };
}

/** @param {Arguments} options */
async function run({ once, port, repository, revision }) {
  const paths = buildSite(FOLDER, { ...(repository === undefined ? {} : { repository }), ...(revision === undefined ? {} : { revision }) });
  process.stdout.write(`${paths.length} files in ${FOLDER}\n`);
  if (once) return 0;
  const server = await serve({ files: siteFiles(FOLDER, paths), port });
  process.stdout.write(`Open ${server.url}/ (Ctrl-C ends)\n`);
  await askedToEnd();
  await server.close();
  return 0;
}

process.exitCode = await runCommand({ name: 'npm run site', usage: USAGE, read, run }, process.argv.slice(2), process);
