import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { compare, compareVersions } from 'compare-versions';

/** @typedef {import('./rules.mjs').Statement} Statement */

// Safari and iOS have had the same versions since 15; before, their pairs are known by hand.
const IOS = /** @type {Record<string, string>} */ ({ '9.1': '9.3', '10.1': '10.3', '11.1': '11.3', '12.1': '12.2', '13.1': '13.4', '14.1': '14.5' });

/**
 * What "mirror" stands for in a browser's row.
 * Restated of https://github.com/mdn/browser-compat-data/blob/a0a74f9b2e8bf61b989e82cf1da618cc33791c56/scripts/build/mirror.js, which is in no package.
 * @param {string} browser
 * @param {Record<string, Statement | Statement[] | 'mirror'>} support
 * @returns {Statement | Statement[]}
 */
export function mirrorOf(browser, support) {
  const { upstream } = of(browser);
  if (!upstream || !support[upstream]) throw new Error(`${browser} has nothing to mirror`);
  const source = support[upstream] === 'mirror' ? mirrorOf(upstream, support) : support[upstream];
  const mirrored = [source].flat().map((statement) => bumped(statement, upstream, browser));
  if (!Array.isArray(source)) return /** @type {Statement} */ (mirrored[0]);
  const there = mirrored.filter(({ version_added }) => version_added);
  return there.length > 1 ? there : (there[0] ?? { version_added: false });
}

/**
 * @param {Statement} statement
 * @param {string} from
 * @param {string} to
 * @returns {Statement}
 */
function bumped(statement, from, to) {
  if (statement.version_added === false) return { ...statement };
  const added = matching(to, statement.version_added);
  const removed = statement.version_removed && matching(to, statement.version_removed);
  if (added === false || added === removed) return { version_added: false };
  const { notes, ...rest } = statement;
  delete rest.version_removed;
  const said = [notes ?? []].flat().map((note) => note.replace(new RegExp(`\\b${from === 'chrome' ? '(?:Google )?Chrome' : of(from).name}\\b`, 'g'), of(to).name));
  return { ...rest, version_added: added, ...(removed && { version_removed: removed }), ...(said.length && { notes: said.length === 1 ? said[0] : said }) };
}

/**
 * @param {string} browser
 * @param {string} version of the browser that it follows
 * @returns {string | false}
 */
function matching(browser, version) {
  const range = version.startsWith('≤') ? '≤' : '';
  const plain = version.replace('≤', '');
  const { upstream = '', releases, preview_name } = of(browser);
  if (version === 'preview') return preview_name ? 'preview' : false;
  if (browser === 'safari_ios') return range + (IOS[plain] ?? plain);
  const source = of(upstream).releases[plain];
  if (!source) throw new Error(`there is no ${upstream} ${version}`);
  let before;
  for (const key of Object.keys(releases).sort(compareVersions)) {
    const { engine, engine_version } = releases[key] ?? {};
    const isAsNew = engine === source.engine && engine_version && source.engine_version && compare(engine_version, source.engine_version, '>=');
    if (isAsNew || (engine === 'Blink' && source.engine === 'WebKit' && browser !== 'chrome_android' && /^chrome/.test(upstream))) return before === source.engine ? range + key : key;
    before = engine;
  }
  return false;
}

/**
 * @param {string} browser
 * @returns {{ name: string, upstream?: string, preview_name?: string, releases: Record<string, { engine?: string, engine_version?: string }> }}
 */
function of(browser) {
  return /** @type {Record<string, any>} */ (bcd.browsers)[browser];
}
