import { existsSync, readFileSync } from 'node:fs';
import { isPlaceholder } from '../build/project.mjs';
import { SUITE_VERSION } from '../../test/matrix/suite-version.mjs';
import { readClauses } from './read-clauses.mjs';
import { rangesIn } from './read-table.mjs';

const root = new URL('../../', import.meta.url);

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(name, root), 'utf8'));

/** The first version of each engine that loads modules. */
const FIRST_WITH_MODULES = { chromium: 61, firefox: 60, safari: 10.1 };

/**
 * What stands for a module of `src` in what is built; undefined for the others.
 * @param {string} path
 * @param {boolean} oldEngines whether what only engines without modules need is in
 */
async function bakedSource(path, oldEngines) {
  switch (/\/src\/(baked|build-flags)\.ts$/.exec(path.replaceAll('\\', '/'))?.[1]) {
    case 'baked':
      return constants({ table: smallest(await readClauses(), oldEngines), ...ofPackage(read('package.json')), suite: SUITE_VERSION });
    case 'build-flags':
      return constants(flags(oldEngines));
    default:
      return undefined;
  }
}

/** @param {{ version: string, bugs?: { url: string } }} described */
const ofPackage = ({ version, bugs }) => ({ version, issues: bugs && !isPlaceholder(bugs.url) ? bugs.url : '' });

/** @param {boolean} oldEngines */
const flags = (oldEngines) => ({ oldEngines, isScript: oldEngines, measuresSafari: Object.values(rows('shim')).some((row) => 'safari' in row) });

/**
 * The shim's extract of the table.
 * @param {'shim' | 'broken'} part
 */
function rows(part) {
  return existsSync(new URL('compat-data.json', root)) ? rangesIn(read('compat-data.json'), part) : {};
}

/**
 * A module of constants; with `var`, as no compiler comes after this on the way into the ES5 script.
 * @param {Record<string, unknown>} values
 */
function constants(values) {
  return Object.entries(values).map(([name, value]) => `export var ${name} = ${JSON.stringify(value)};\n`).join('');
}

/**
 * The smallest form of the table: see `Table` in shim/choice/choose-repairs.ts.
 * @param {Record<string, string>} clauses
 * @param {boolean} oldEngines
 */
function smallest(clauses, oldEngines) {
  const [kept, broken] = [rows('shim'), rows('broken')];
  const engines = /** @type {(keyof typeof FIRST_WITH_MODULES)[]} */ ([...new Set([kept, broken].flatMap((part) => Object.values(part).flatMap(Object.keys)))].sort());
  return Object.fromEntries(
    engines.map((engine) => {
      const ranges = Object.keys(clauses).map((id) => {
        const negative = (broken[id]?.[engine] ?? []).map(([from, to]) => /** @type {[number, number]} */ ([-from, to]));
        const both = [...(kept[id]?.[engine] ?? []), ...negative].filter(([, to]) => oldEngines || to >= FIRST_WITH_MODULES[engine]);
        return both.sort(([a], [b]) => Math.abs(a) - Math.abs(b)).flat();
      });
      return [engine, ranges.map((row) => (row.length ? row : 0))];
    }),
  );
}

/**
 * The rollup plugin that bakes.
 * @param {{ oldEngines: boolean }} form
 * @returns {import('rollup').Plugin}
 */
export function baked({ oldEngines }) {
  return { name: 'baked', load: (path) => bakedSource(path, oldEngines) };
}

/**
 * Puts the flags' values where they are used: as variables they would keep from an application's bundle what hangs on them. For compiled modules.
 * @param {{ oldEngines: boolean }} form
 * @returns {import('rollup').Plugin}
 */
export function inlinesFlags({ oldEngines }) {
  const values = Object.entries(flags(oldEngines));
  return {
    name: 'inlines-flags',
    transform(code) {
      const imports = /^import \{[^}]*\} from '[./]*\/build-flags';$/m;
      if (!imports.test(code)) return null;
      // Of the same length, so that source maps stay right.
      const inlined = values.reduce((text, [name, value]) => text.replace(new RegExp(`\\b${name}\\b`, 'g'), String(value).padEnd(name.length)), code.replace(imports, (line) => ' '.repeat(line.length)));
      return { code: inlined, map: null };
    },
  };
}

/**
 * Bakes for the test runner's server.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function servesBaked() {
  return {
    name: 'baked',
    async serve({ path }) {
      const body = await bakedSource(path, true);
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}
