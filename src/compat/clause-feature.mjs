import { clauseSources } from './clause-sources.mjs';
import { contributedRuns } from './contributed-runs.mjs';
import { erasOf, newestOfEach } from './eras.mjs';
import { NAMESAKES, contributedNotes, gathered, runEvidence } from './evidence.mjs';
import { measuredRuns } from './measured-runs.mjs';
import { mirrored } from './mirror.mjs';
import { notMeasuredHere, statementWith, supportOf } from './support.mjs';
import { earlier, majorOf } from './versions.mjs';

/**
 * @typedef {import('./mdn.mjs').Mdn} Mdn
 * @typedef {import('./mdn.mjs').Statement} Statement
 * @typedef {import('./mdn.mjs').Release} Release
 * @typedef {import('./evidence.mjs').Evidence} Evidence
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 * @typedef {import('./measured-runs.mjs').Run} Run
 * @typedef {import('./read-table.mjs').Compat} Compat
 * @typedef {import('./read-table.mjs').Ranges} Ranges
 * @typedef {{ browser: string, clauses: string[], statement?: Statement & { notes: string }, note?: string, url: string }} CitedRow
 *   `*` among the clauses: every one that no row before speaks of; `note` instead of a statement: what is to be said beside a measured one
 * @typedef {'chromium' | 'firefox' | 'safari'} Engine
 * @typedef {{ id: string, sentence: string, spec_url: string, decision?: string, members: string[], evidence: Evidence[], shim?: Ranges, broken?: Ranges }} Beside
 *   what is known of a clause and has no place in the tree
 */

const ENGINES = /** @type {Record<string, Engine>} */ ({ Blink: 'chromium', Gecko: 'firefox', WebKit: 'safari' });

/**
 * The row of one clause: what each browser does about it, and beside it how that is known.
 * @param {{ id: string, sentence: string, browsers: string[], mdn: Mdn, measurements: readonly Measurement[], contributed?: readonly Measurement[], cited: readonly CitedRow[] }} sources
 * @returns {{ compat: Compat, beside: Beside }}
 */
export function clauseFeature({ id, sentence, browsers, mdn, measurements, contributed = [], cited }) {
  const source = clauseSources[id];
  if (!source) throw new Error(`clause ${id} has no entry in src/compat/clause-sources.mjs: say where the specification has it and which members it speaks of`);
  const members = source.members.map((path) => ({ path, ...mdn.feature(path) }));
  const rows = browsers.map((browser) => browserRow({ id, browser, members, mdn, measurements, contributed, cited }));
  const { spec, decision, description } = source;
  return {
    compat: {
      description,
      // What the specification does not say, or says in two ways, is not on the standards track, and browser-compat-data then wants no link to it.
      ...(!decision && { spec_url: spec }),
      support: Object.fromEntries(rows.map(({ browser, support }) => [browser, support])),
      status: { experimental: false, standard_track: !decision, deprecated: false },
    },
    beside: { id, sentence, spec_url: spec, ...(decision && { decision }), members: source.members, evidence: gathered(rows.flatMap(({ evidence }) => evidence)) },
  };
}

/**
 * @typedef {{ id: string, browser: string, members: { support: Record<string, Statement[]> }[], mdn: Mdn, measurements: readonly Measurement[], contributed: readonly Measurement[], cited: readonly CitedRow[] }} Known
 * @param {Known} known
 * @returns {{ browser: string, support: Statement | Statement[], evidence: Evidence[] }}
 */
function browserRow({ id, browser, members, mdn, measurements, contributed, cited }) {
  const releases = mdn.releases(browser);
  const engine = ENGINES[releases.at(-1)?.engine ?? ''];
  const own = releases.filter((release) => engine !== undefined && ENGINES[release.engine ?? ''] === engine);
  const measured = measurements.filter((one) => one.engine === engine);
  const told = engine ? contributedRuns(id, contributed.filter((one) => one.engine === engine && isTheirs(one, browser)), measurements) : [];
  const row = cited.find((one) => one.browser === citedAs(browser, engine) && (one.clauses.includes('*') || one.clauses.includes(id)));
  const evidence = [
    ...(measured.length && engine ? runEvidence(browser, engine, measuredRuns(measured, id), 'measured') : []),
    ...(told.length && engine ? runEvidence(browser, engine, told, 'contributed') : []),
    ...(row ? [{ browsers: [browser], status: /** @type {const} */ ('cited'), note: row.note ?? row.statement?.notes ?? '', url: row.url }] : []),
  ];
  if (engine && measured.length) {
    const isKept = clauseSources[id]?.mdnKnowsSince;
    const runs = measuredRuns(newestOfEach(measured), id);
    const notes = [...contributedNotes(told), ...(row ? [row.note ?? row.statement?.notes ?? ''] : []), ...(browser === NAMESAKES[engine] ? [] : [notMeasuredHere(browser, engine)])];
    return { browser, support: supportOf(erasOf(runs, { version: addedIn(members, NAMESAKES[engine], isKept), isKept }), own, notes), evidence };
  }
  // Only a WebKit was not measured: of it a measurement has the browser's version.
  const byOwnVersion = own.map((release) => ({ ...release, engineVersion: release.version }));
  if (told.length) return { browser, support: supportOf(erasOf(told), byOwnVersion, [...contributedNotes(told), ...(row?.statement ? [row.statement.notes] : [])]), evidence };
  if (!row?.statement) throw new Error(`nothing is known of ${id} in ${browser}: measure its engine (npm run matrix) or cite a row for it in src/compat/cited.json`);
  return { browser, support: citedSupport(row.statement, browser, engine, mdn, own), evidence };
}

/**
 * What is cited of Safari, in the versions of a browser with the same WebKit.
 * @param {Statement & { notes: string }} statement
 * @param {string} browser
 * @param {Engine | undefined} engine
 * @param {Mdn} mdn
 * @param {readonly Release[]} own
 * @returns {Statement}
 */
function citedSupport(statement, browser, engine, mdn, own) {
  if (engine !== 'safari' || browser === NAMESAKES.safari) return statementWith(statement, [statement.notes]);
  const webkit = mdn.releases(NAMESAKES.safari).find(({ version }) => version === statement.version_added)?.engineVersion;
  const [mirror] = mirrored([{ statement: { ...statement, version_added: webkit ?? false } }], own);
  if (!mirror) throw new Error(`src/compat/cited.json speaks of Safari ${statement.version_added}, and MDN's data has no ${browser} with the WebKit of that`);
  return statementWith(mirror.statement, [statement.notes, notMeasuredHere(browser, engine)]);
}

/**
 * The first version in which MDN's data has one of the members.
 * @param {{ support: Record<string, Statement[]> }[]} members
 * @param {string} browser
 * @param {boolean} [unprefixed] whether one with a prefix does not count
 * @returns {number | undefined}
 */
function addedIn(members, browser, unprefixed) {
  const added = members.flatMap(({ support }) => support[browser] ?? []).filter(({ prefix }) => !(unprefixed && prefix)).map(({ version_added }) => version_added);
  const first = added.filter((version) => typeof version === 'string').sort((a, b) => (earlier(a, b) ? -1 : 1))[0];
  return first === undefined ? undefined : majorOf(first);
}

/**
 * Whether a visitor's measurement is of a browser: of WebKit it is of the system's, as its versions there are the system's.
 * @param {Measurement} measurement
 * @param {string} browser
 */
function isTheirs({ engine, platform }, browser) {
  return engine !== 'safari' || browser === (/iPhone|iPad|iPod/.test(platform) ? 'safari_ios' : 'safari');
}

/**
 * Every browser of iOS is that system's WebKit.
 * @param {string} browser
 * @param {Engine | undefined} engine
 */
function citedAs(browser, engine) {
  return engine === 'safari' ? NAMESAKES.safari : browser;
}
