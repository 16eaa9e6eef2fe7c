import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { build as vite } from 'vite';

/**
 * @typedef {object} Job
 * @property {string} entry a file of an application
 * @property {string} out the script that is to be made of it, in a folder of its own
 * @property {NodeRequire} from finds what `installBundlers()` has installed
 *
 * @typedef {object} Bundler
 * @property {('module' | 'common')[]} forms what it takes without a plugin: `import`, `require()`
 * @property {boolean} [isOwn] whether the repository has it for itself, and it needs no installing
 * @property {boolean} [noJson] whether it takes JSON only with a plugin
 * @property {(job: Job) => Promise<string[]>} bundle resolves to what it warned of
 */

const run = promisify(execFile);
const warnings = (/** @type {{ text?: string, message?: string }[]} */ list) => list.map(({ text, message }) => text ?? message ?? '');

/** @param {string} name of the package */
const webpack = (name) => async (/** @type {Job} */ { entry, out, from }) => {
  const compiler = from(name)({ mode: 'production', context: dirname(entry), entry, output: { path: dirname(out), filename: 'app.js' }, performance: { hints: false } });
  const stats = await promisify(compiler.run.bind(compiler))();
  const { errors, warnings: warned } = stats.toJson({ all: false, errors: true, warnings: true });
  if (errors.length) throw new Error(errors.map(String).join('\n'));
  return warned.map((/** @type {string | Error} */ one) => (typeof one === 'string' ? one : one.message));
};

/**
 * The bundlers with what they do unless told otherwise.
 * @type {Record<string, Bundler>}
 */
export const bundlers = {
  esbuild: {
    isOwn: true,
    forms: ['module', 'common'],
    bundle: async ({ entry, out }) => warnings((await esbuild({ entryPoints: [entry], outfile: out, bundle: true, format: 'iife', logLevel: 'silent' })).warnings),
  },
  Vite: {
    isOwn: true,
    forms: ['module'],
    async bundle({ entry, out }) {
      await vite({ root: dirname(entry), configFile: false, logLevel: 'error', build: { outDir: dirname(out), rollupOptions: { input: entry, output: { format: 'iife', entryFileNames: 'app.js' } } } });
      return [];
    },
  },
  rollup: {
    forms: ['module'],
    noJson: true,
    async bundle({ entry, out, from }) {
      /** @type {string[]} */
      const said = [];
      const bundle = await rollup({ input: entry, plugins: [from('@rollup/plugin-node-resolve').default(), from('@rollup/plugin-commonjs').default()], onLog: (_level, log) => void said.push(log.message) });
      await bundle.write({ file: out, format: 'iife' });
      return said;
    },
  },
  'webpack 5': { forms: ['module', 'common'], bundle: webpack('webpack') },
  'webpack 4': { forms: ['module', 'common'], bundle: webpack('webpack-4') },
  'Parcel 2': {
    forms: ['module', 'common'],
    async bundle({ entry, out, from }) {
      const program = join(dirname(from.resolve('parcel/package.json')), 'lib/bin.js');
      const how = ['--dist-dir', dirname(out), '--no-cache', '--no-autoinstall', '--no-source-maps', '--log-level', 'warn'];
      await run(process.execPath, [program, 'build', entry, ...how], { cwd: dirname(entry) });
      const [made = ''] = await readdir(dirname(out));
      if (made !== 'app.js') await rename(join(dirname(out), made), out);
      return [];
    },
  },
  Browserify: {
    forms: ['common'],
    async bundle({ entry, out, from }) {
      await pipeline(from('browserify')(entry).bundle(), createWriteStream(out));
      return [];
    },
  },
};
