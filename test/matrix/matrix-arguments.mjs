import { RUNS } from '../../src/measurement/contribution.mjs';
import { HELP, parseOptions } from '../commands/parse-options.mjs';
import { readNumber } from '../commands/read-number.mjs';
import { UsageError } from '../commands/usage-error.mjs';

/** What `--help` prints. */
export const USAGE = `npm run matrix -- [options] [builds]
npm run matrix -- --remote URL [--browser NAME]... [options]
npm run matrix -- --import FILE...

Runs the conformance suite, natively and with the shim of dist/, in real browser builds, and writes what it saw to
test/matrix/measurements/. Builds that are not here yet are fetched into a cache outside of the repository: from npm, or
(400 to 700 MB each) with apt from Debian's archive, of which nothing is installed.

builds       names (chromium@64, qtwebengine@87), an engine (firefox), or ranges (chromium@64-80); without any: all

  --list       say what builds there are, where they come from and what is known of them; run nothing
  --quick      six builds, old and new, for CI
  --all        every build
  --check      write nothing; fail when a build does not behave as its measurement says
  --repeat N   runs of each build (1 by default): some behaviours show only sometimes
  --jobs N     builds side by side, 1 or 2 (2 by default)
  --with-adapter  with the script tag that brings webrtc-adapter along, and not natively: write nothing; fail when a clause does not hold
  --modules    the same with the modules, in builds that load them (chromium@61-, firefox@60-)
  --fresh      forget what earlier measurements saw natively, instead of adding to it
  --help       this text

In browsers behind a WebDriver endpoint (a Selenium Grid, a cloud of devices, a driver on this machine):

  --remote URL           the endpoint, such as http://localhost:4444 or https://USER:KEY@hub.example/wd/hub
  --browser NAME         what to ask it for, such as firefox or chrome@120 (chrome by default); may be repeated
  --capabilities FILE    JSON that is sent along: options of a cloud, arguments for the browser
  --host NAME            serve the pages at this name or address of this machine, for browsers on another one; without it
                         only this machine reaches them, and with it all that reach NAME can read dist/ and post reports

Of visitors, who have what nobody here has:

  --import FILE...       check files that the playground offered, and store those that stand as contributed: a word beside
                         measured and cited, which outvotes no measurement
  --contribution FOLDER  also write such a file of each browser that is run, which then is run three times

A version that was measured otherwise already is compared with that measurement, which stays as it is.

Exit code: 0 each build was measured and keeps the contract with the shim, 1 one does not, 2 wrong options.
`;

const QUICK = ['chromium@64', 'chromium@76', 'chromium@88', 'chromium@115'];

/**
 * @typedef {object} MatrixArguments
 * @property {boolean} help
 * @property {'list' | 'run' | 'import'} action
 * @property {string[]} patterns none: all builds; with `import` the files
 * @property {boolean} quick
 * @property {boolean} check
 * @property {boolean} fresh
 * @property {import('../suite/run-suite.mjs').Form} [form] other than the script tag
 * @property {number} repeat
 * @property {number} jobs
 * @property {string} [contribution] a folder
 * @property {RemoteArguments} [remote]
 *
 * @typedef {object} RemoteArguments
 * @property {string} endpoint
 * @property {string[]} browsers each once; none: what the capabilities name, or chrome
 * @property {string} [capabilities] a file
 * @property {string} [host]
 */

/**
 * What the command line asks for; throws a `UsageError` for what it can't mean.
 * @param {string[]} args
 * @returns {MatrixArguments}
 */
export function readMatrixArguments(args) {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const text = /** @type {const} */ ({ type: 'string' });
  const number = (/** @type {string} */ value) => /** @type {const} */ ({ type: 'string', default: value });
  const { values, positionals } = parseOptions({
    args,
    allowPositionals: true,
    options: {
      help: HELP, import: flag, list: flag, quick: flag, all: flag, check: flag, fresh: flag, 'with-adapter': flag, modules: flag, repeat: number('1'), jobs: number('2'),
      remote: text, contribution: text, browser: { ...text, multiple: true }, capabilities: text, host: text,
    },
  });
  if (values.import) {
    const others = Object.entries(values).filter(([name, value]) => !['import', 'help', 'repeat', 'jobs'].includes(name) && value).map(([name]) => `--${name}`);
    if (others.length) throw new UsageError(`--import and ${others.join(' ')}`, '--import alone: files are checked and stored, nothing is run');
    if (!positionals.length && !values.help) throw new UsageError('--import', 'the files that the playground offered after it');
  }
  const chosen = [values.quick && '--quick', values.all && '--all', positionals.length > 0 && positionals.join(' ')].filter(Boolean);
  if (chosen.length > 1) throw new UsageError(chosen.join(' and '), 'one of --quick, --all and names of builds');
  const stored = [values.check && '--check', values.fresh && '--fresh'].filter(Boolean);
  const forms = /** @type {const} */ (['with-adapter', 'modules']).filter((name) => values[name]);
  if (forms.length > 1) throw new UsageError('--with-adapter and --modules', 'one of the two');
  if (forms.length && values.contribution !== undefined) throw new UsageError(`--${forms[0]} and --contribution`, 'one of the two: what is contributed is the shim alone');
  if (forms.length && stored.length) throw new UsageError(`--${forms[0]} and ${stored.join(' ')}`, `--${forms[0]} alone: ${forms[0] === 'modules' ? 'with the modules' : 'with adapter'} nothing is stored or compared`);
  const alone = [values.list && '--list', ...chosen].filter(Boolean);
  if (values.remote !== undefined && alone.length) throw new UsageError(`--remote and ${alone.join(' ')}`, '--browser beside --remote: builds are of this machine');
  return {
    help: values.help,
    action: values.import ? 'import' : values.list ? 'list' : 'run',
    patterns: positionals,
    quick: values.quick,
    check: values.check,
    fresh: values.fresh,
    form: forms[0],
    repeat: values.contribution === undefined ? readNumber('--repeat', values.repeat, 1, 20) : RUNS,
    jobs: readNumber('--jobs', values.jobs, 1, 2),
    ...(values.contribution !== undefined && { contribution: values.contribution }),
    remote: remoteArguments(values),
  };
}

/**
 * @param {{ remote?: string, browser?: string[], capabilities?: string, host?: string }} values
 * @returns {RemoteArguments | undefined}
 */
function remoteArguments({ remote, browser, capabilities, host }) {
  if (remote === undefined) {
    const [useless] = Object.entries({ browser, capabilities, host }).find(([, value]) => value !== undefined) ?? [];
    if (useless) throw new UsageError(`--${useless}`, '--remote URL beside it, of which it says more');
    return undefined;
  }
  const isHttp = URL.canParse(remote) && /^https?:$/.test(new URL(remote).protocol);
  // It may have a key in it: not for a log.
  if (!isHttp) throw new UsageError('--remote', 'the http or https URL of a WebDriver endpoint');
  return { endpoint: remote, browsers: [...new Set(browser)], capabilities, host };
}

/**
 * The names of the builds of `--quick`: four of the museum, where much changed, and the newest of each engine that no packages of Debian have to be unpacked for.
 * @param {readonly { name: string, engine: string, suite?: string }[]} catalogue oldest first within an engine
 * @returns {string[]}
 */
export function quickBuilds(catalogue) {
  const newest = new Map(catalogue.filter(({ suite }) => suite === undefined).map(({ engine, name }) => [engine, name]));
  return [...new Set([...QUICK, ...newest.values()])].filter((name) => catalogue.some((build) => build.name === name));
}
