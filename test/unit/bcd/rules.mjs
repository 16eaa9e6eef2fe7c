import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { compare, compareVersions } from 'compare-versions';
import { mirrorOf } from './mirror.mjs';
import { walk } from './walk.mjs';

/**
 * The linters of browser-compat-data that look at a feature, restated: no package has them.
 * Each is named as its file in https://github.com/mdn/browser-compat-data/tree/a0a74f9b2e8bf61b989e82cf1da618cc33791c56/lint/linter, without `test-`,
 * and gives a sentence for each problem.
 *
 * Not here: `spec-urls`, which asks @webref/xref, and the npm registry has no such package (spec-links.test.mjs asks for the ids instead);
 * `mdn-urls` and `tags`, as no row here has a page or a tag; `browsers-data`, which is for files of browsers; `flags`, as no row has a flag.
 *
 * @typedef {object} Statement
 * @property {string | false} version_added
 * @property {string} [version_removed]
 * @property {string} [prefix]
 * @property {true} [partial_implementation]
 * @property {string} [impl_url]
 * @property {string | string[]} [notes]
 * @typedef {{ description?: string, spec_url?: string | string[], mdn_url?: string, tags?: string[], support: Record<string, Statement | Statement[] | 'mirror'>, status: { experimental: boolean, standard_track: boolean, deprecated: boolean } }} Compat
 */

const browsers = /** @type {Record<string, { type: string, upstream?: string, preview_name?: string, releases: Record<string, { release_date?: string }> }>} */ (bcd.browsers);
const NEWEST_RANGED = '2020-05-19';
const MARKUP = /<\/?[a-z]|^#|^\s*[-*] |\|.*\|/i;

/** @param {Compat} compat */
const statementsOf = ({ support }) =>
  Object.entries(support).flatMap(([browser, statements]) => (statements === 'mirror' ? [] : [{ browser, statements: [statements].flat(), isList: Array.isArray(statements) }]));

/** @param {string} version */
const plain = (version) => version.replace('≤', '');

/** @type {Record<string, (compat: Compat, path: string) => string[]>} */
export const rules = {
  'browsers-presence'({ support }) {
    const needed = Object.keys(browsers).filter((id) => id !== 'ie' && ['desktop', 'mobile'].includes(browsers[id]?.type ?? ''));
    return [
      ...Object.keys(support).filter((id) => !browsers[id]).map((id) => `${id} is no browser`),
      ...needed.filter((id) => !support[id]).map((id) => `${id} is missing`),
      ...(JSON.stringify(support.ie) === '{"version_added":false}' ? ['ie is false by itself'] : []),
    ];
  },

  descriptions({ description = '' }, path) {
    const name = path.split('.').at(-1);
    return [...(description === `\`${name}\`` ? ['the description repeats the name'] : []), ...textProblems(description)];
  },

  notes(compat) {
    return statementsOf(compat).flatMap(({ browser, statements }) => statements.flatMap(({ notes = [] }) => [notes].flat().flatMap((note) => textProblems(note).map((problem) => `${browser}: ${problem}`))));
  },

  versions(compat) {
    const problems = statementsOf(compat).flatMap(({ browser, statements, isList }) => statements.flatMap((statement) => versionProblems(browser, statement, isList).map((problem) => `${browser}: ${problem}`)));
    const mirrors = Object.entries(compat.support).filter(([id, statements]) => statements === 'mirror' && !browsers[id]?.upstream);
    return [...problems, ...mirrors.map(([id]) => `${id} follows no other browser`)];
  },

  'multiple-statements'(compat) {
    return statementsOf(compat).flatMap(({ browser, statements }) => {
      const open = statements.filter((one) => !one.partial_implementation && !one.version_removed).map(({ prefix = '' }) => prefix);
      return new Set(open).size === open.length ? [] : [`${browser} has two statements of full support that are open`];
    });
  },

  overlap(compat) {
    return statementsOf(compat).flatMap(({ browser, statements }) => {
      const oldestFirst = [...statements].sort(compareStatements).reverse();
      return oldestFirst.slice(1).flatMap((next, i) => {
        const { version_removed } = /** @type {Statement} */ (oldestFirst[i]);
        // Neither may be a range: versions are compared as they stand.
        const isApart = version_removed !== undefined && next.version_added !== false && compareVersions(version_removed, next.version_added) <= 0;
        return isApart ? [] : [`${browser}: the statement from ${next.version_added} on overlaps with the one before`];
      });
    });
  },

  prefix(compat) {
    return statementsOf(compat).flatMap(({ browser, statements }) => statements.filter(({ prefix }) => prefix && !/^(moz|webkit|ms|o)/i.test(prefix)).map(({ prefix }) => `${browser}: ${prefix} is no prefix`));
  },

  mirror({ support }) {
    return Object.keys(browsers).filter((id) => {
      const own = support[id];
      if (!browsers[id]?.upstream || own === undefined || own === 'mirror' || !support[browsers[id].upstream]) return false;
      return sorted(mirrorOf(id, support)) === sorted(own);
    }).map((id) => `${id} has to be "mirror"`);
  },

  status({ spec_url, status, support }) {
    const engines = new Set(['chrome', 'firefox', 'safari'].filter((id) => {
      const [first] = [support[id] ?? []].flat();
      return typeof first === 'object' && first.version_added && !first.version_removed;
    }));
    return [
      ...(status.experimental && status.deprecated ? ['it is both experimental and deprecated'] : []),
      ...(spec_url && !status.standard_track ? ['it is not standard, and has a spec_url'] : []),
      ...(!spec_url && status.standard_track ? ['it is standard, and has no spec_url'] : []),
      ...(status.experimental && engines.size > 1 ? ['it is experimental, and two engines have it'] : []),
    ];
  },

  obsolete({ support }) {
    const statements = Object.entries(support).flatMap(([browser, own]) => (own === 'mirror' ? [] : [own].flat().map((one) => ({ browser, ...one }))));
    if (!Object.values(support).some((own) => own === 'mirror' || [own].flat().some((one) => one.version_added))) return ['it was never implemented'];
    const old = new Date(Date.now() - 2 * 365 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    const isGone = statements.filter(({ browser }) => browser !== 'ie').every(({ browser, version_added, version_removed, impl_url }) => {
      if (version_added === false && !impl_url) return true;
      const date = version_removed && browsers[browser]?.releases[plain(version_removed)]?.release_date;
      return Boolean(date && date < old);
    });
    return isGone ? ['it is gone from all browsers for two years'] : [];
  },
};

/**
 * `consistency` and `status-inheritance`: a feature against those below it.
 * @param {any} tree
 * @returns {string[]}
 */
export function inheritanceProblems(tree) {
  return [...walk(tree)].flatMap(({ path, data, compat }) => Object.entries(data).filter(([key, below]) => key !== '__compat' && /** @type {any} */ (below).__compat).flatMap(([key, below]) => {
    const child = /** @type {any} */ (below).__compat;
    const isStandard = !compat.status.standard_track && child.status.standard_track ? [`${path}.${key} is standard, and ${path} is not`] : [];
    const isDeprecated = compat.status.deprecated && !child.status.deprecated ? [`${path}.${key} is not deprecated, and ${path} is`] : [];
    const earlier = Object.keys(browsers).flatMap((id) => {
      const [own, theirs] = [firstIn(compat.support, id), firstIn(child.support, id)];
      if (theirs === false) return [];
      const isEarlier = own === false || (!own.startsWith('≤') && compare(plain(theirs), own, theirs.startsWith('≤') ? '<=' : '<'));
      return isEarlier ? [`${path}.${key} is in ${id} ${theirs}, and ${path} from ${own} on`] : [];
    });
    return [...isStandard, ...isDeprecated, ...earlier];
  }));
}

/**
 * `style`: a file's text as it has to be.
 * @param {any} data
 * @returns {string}
 */
export function styled(data) {
  return JSON.stringify(data, (_key, value) => {
    if (!value || typeof value !== 'object' || Array.isArray(value)) return value;
    if ('version_added' in value) return picked(value, ['alternative_name', 'prefix', 'version_added', 'version_removed', 'flags', 'impl_url', 'partial_implementation', 'notes']);
    if ('standard_track' in value) return picked(value, ['experimental', 'standard_track', 'deprecated']);
    if ('support' in value && 'status' in value) {
      const support = Object.fromEntries(Object.keys(value.support).sort().map((id) => [id, Array.isArray(value.support[id]) ? [...value.support[id]].sort(compareStatements) : value.support[id]]));
      return picked({ ...value, support }, ['description', 'mdn_url', 'spec_url', 'tags', 'support', 'status']);
    }
    return hasFeatures(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareFeatures(a, b))) : value;
  }, 2);
}

/**
 * `links`: the forms of links that are not allowed in a file.
 * @param {string} text
 * @returns {string[]}
 */
export function linkProblems(text) {
  const long = /https?:\/\/(?:bugzilla\.mozilla\.org\/show_bug|issues\.chromium\.org\/issues|bugs\.chromium\.org|bugs\.webkit\.org|chromium\.googlesource\.com|crbug\.com\/\d{1,7}\b|developer\.mozilla\.org\/(?!docs\/))[^\s"]*/g;
  const named = [...text.matchAll(/\[([^[\]]*)\]\((https?:\/\/(?:bugzil\.la|crbug\.com|webkit\.org\/b)\/(\d+))\)/g)].filter(([, words, url, id]) => !url?.startsWith('https:') || !new RegExp(`^[Bb]ug ${id}$`).test(words ?? ''));
  return [...(text.match(long) ?? []), ...named.map(([whole]) => whole)];
}

/**
 * @param {any} value
 * @returns {boolean}
 */
function hasFeatures(value) {
  return typeof value === 'object' && value !== null && ('__compat' in value || Object.values(value).some(hasFeatures));
}

/** @param {string} text */
function textProblems(text) {
  return [...(MARKUP.test(text) ? [`markup in "${text}"`] : []), ...(text.includes('  ') ? [`two spaces in "${text}"`] : []), ...(text.includes('\n') ? [`a new line in "${text}"`] : [])];
}

/**
 * @param {string} browser
 * @param {Statement} statement
 * @param {boolean} isList
 */
function versionProblems(browser, statement, isList) {
  const { version_added, version_removed } = statement;
  const versions = [version_added, version_removed].filter((one) => typeof one === 'string');
  const date = (/** @type {string} */ version) => browsers[browser]?.releases[plain(version)]?.release_date;
  return [
    ...versions.filter((one) => (one === 'preview' ? !browsers[browser]?.preview_name : !browsers[browser]?.releases[plain(one)])).map((one) => `there is no version ${one}`),
    ...versions.filter((one) => one.startsWith('≤') && (date(one) ?? '9') > NEWEST_RANGED).map((one) => `${one} is too new for a range`),
    ...(version_added && version_removed && !compare(plain(version_added), plain(version_removed), '<') ? [`it was removed in ${version_removed}, before ${version_added}`] : []),
    ...(version_added === false && Object.keys(statement).some((key) => !['version_added', 'notes', 'impl_url'].includes(key)) ? ['it is not supported, and more than that is said'] : []),
    ...(version_added === false && isList ? ['it is false in a list'] : []),
    ...(statement.partial_implementation && !statement.notes ? ['it is partial, and no note says how'] : []),
  ];
}

/**
 * @param {Statement} a
 * @param {Statement} b
 */
function compareStatements(a, b) {
  const order = (/** @type {(one: Statement) => boolean} */ has) => Number(has(a)) - Number(has(b));
  const versions = (/** @type {'version_added' | 'version_removed'} */ key) => (a[key] && b[key] ? compareVersions(plain(b[key]), plain(a[key])) : 0);
  return order((one) => one.version_removed !== undefined) || versions('version_removed') || order((one) => one.partial_implementation === true) || order((one) => one.prefix !== undefined) || versions('version_added');
}

/**
 * @param {string} a
 * @param {string} b
 */
function compareFeatures(a, b) {
  const rank = (/** @type {string} */ name) => [name === '__compat', /^[A-Z](\w|-)*$/.test(name), name === 'secure_context_required', name === 'worker_support', /^[a-z](\w|-)*$/.test(name), true].indexOf(true);
  return rank(a) - rank(b) || a.localeCompare(b, 'en');
}

/**
 * @param {Compat['support']} support
 * @param {string} browser
 * @returns {string | false}
 */
function firstIn(support, browser) {
  const own = support[browser];
  if (!own) return false;
  const statements = [own === 'mirror' ? mirrorOf(browser, support) : own].flat();
  const added = statements.map(({ version_added }) => version_added).filter((version) => typeof version === 'string' && version !== 'preview');
  return /** @type {string[]} */ (added).sort((a, b) => compareVersions(plain(a), plain(b)))[0] ?? false;
}

/**
 * @param {Record<string, unknown>} value
 * @param {string[]} keys
 */
function picked(value, keys) {
  return Object.fromEntries(keys.filter((key) => key in value).map((key) => [key, value[key]]));
}

/** @param {unknown} value */
function sorted(value) {
  return JSON.stringify(value, (_key, one) => (one && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort()) : one));
}
