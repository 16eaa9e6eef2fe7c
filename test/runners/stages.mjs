import { countPlaywright, countVitest } from './counts.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name the word that selects it
 * @property {string} title
 * @property {string} [folder] where its test files are, if it has any
 * @property {RegExp} [testFile] which files of the folder hold tests
 * @property {boolean} [needsBrowsers] it runs once in each browser that was found
 * @property {(files: string[]) => string[]} command the program and its arguments; no files means all
 * @property {(json: any) => import('./counts.mjs').Counts} [count] reads what it wrote to COUNTS_FILE; a stage without is one test
 */

const npmRun = (/** @type {string[]} */ ...script) => () => ['npm', 'run', '--silent', ...script];

/** A path as a regular expression that means it alone. */
const literally = (/** @type {string} */ path) => path.replace(/[.+()[\]{}^$|?*\\]/g, '\\$&');

/** @type {Stage[]} The stages of `npm test`, in the order in which they run. */
export const STAGES = [
  { name: 'types', title: 'types', command: npmRun('types') },
  { name: 'lint', title: 'lint', command: npmRun('lint') },
  { name: 'table', title: 'compat-data.json is what MDN and the measurements give', command: npmRun('compat', '--', '--check') },
  { name: 'dist', title: 'dist is what the sources build', command: () => ['node', 'test/runners/rebuilds-the-same.mjs'] },
  { name: 'size', title: 'sizes are within their budgets', command: npmRun('size') },
  {
    name: 'unit',
    title: 'node tests',
    folder: 'test/unit',
    testFile: /\.test\.(mjs|ts)$/,
    command: (files) => ['npx', 'vitest', 'run', ...files],
    count: countVitest,
  },
  {
    name: 'web',
    title: 'tests in browsers',
    folder: 'test/web',
    testFile: /\.test\.ts$/,
    needsBrowsers: true,
    command: (files) => ['npx', 'web-test-runner', ...(files.length ? ['--files', ...files] : [])],
    count: (json) => json,
  },
  {
    name: 'built',
    title: 'tests of the built files',
    folder: 'test/built',
    testFile: /\.spec\.ts$/,
    needsBrowsers: true,
    command: (files) => ['npx', 'playwright', 'test', ...files.map(literally)],
    count: countPlaywright,
  },
];
