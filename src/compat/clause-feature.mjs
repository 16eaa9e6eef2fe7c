import { clauseSources } from './clause-sources.mjs';
import { contributedStatements } from './contributed-statements.mjs';
import { NAMESAKES, contributedEvidence, gathered, measuredEvidence } from './evidence.mjs';
import { measuredRuns } from './measured-runs.mjs';
import { mirrored } from './mirror.mjs';
import { statementsOf } from './statements.mjs';
import { earlier, majorOf } from './versions.mjs';

/**
 * @typedef {import('./mdn.mjs').Mdn} Mdn
 * @typedef {import('./mdn.mjs').Statement} Statement
 * @typedef {import('./statements.mjs').Evidence} Evidence
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 * @typedef {{ browser: string, clauses: string[], statement: Statement, url: string }} CitedRow `*` among the clauses: every one that no row before speaks of
 * @typedef {'chromium' | 'firefox' | 'safari'} Engine
 */

const ENGINES = /** @type {Record<string, Engine>} */ ({ Blink: 'chromium', Gecko: 'firefox', WebKit: 'safari' });

/**
 * The row of one clause: what each browser does about it, and how that is known.
 * @param {{ id: string, description: string, browsers: string[], mdn: Mdn, measurements: readonly Measurement[], contributed?: readonly Measurement[], cited: readonly CitedRow[] }} sources
 */
export function clauseFeature({ id, description, browsers, mdn, measurements, contributed = [], cited }) {
  const source = clauseSources[id];
  if (!source) throw new Error(`clause ${id} has no entry in src/compat/clause-sources.mjs: say where the specification has it and which members it speaks of`);
  const members = source.members.map((path) => ({ path, ...mdn.feature(path) }));
  /** @type {Record<string, Statement[]>} */
  const support = {};
  /** @type {Evidence[]} */
  const evidence = [];
  for (const browser of browsers) {
    const releases = mdn.releases(browser);
    const engine = ENGINES[releases.at(-1)?.engine ?? ''];
    const own = releases.filter((release) => ENGINES[release.engine ?? ''] === engine);
    const measured = engine ? measuredStatements(id, engine, members, measurements) : [];
    const known = mirrored(measured, own);
    evidence.push(...known.map(({ statement, run }) => measuredEvidence(browser, engine, statement, run)));
    const told = engine ? visitors(id, engine, browser, measurements, contributed) : [];
    const added = engine === 'safari' ? told : mirrored(told, own);
    evidence.push(...added.map(({ statement, run }) => contributedEvidence(browser, engine, statement, run)));
    const row = cited.find((one) => one.browser === (measured.length ? browser : citedAs(browser, engine)) && (one.clauses.includes('*') || one.clauses.includes(id)));
    if (row) evidence.push({ browsers: [browser], status: 'cited', url: row.url });
    support[browser] = [...[...known, ...added].map(({ statement }) => statement), ...(row ? [row.statement] : [])];
    if (support[browser].length === 0) support[browser] = [absent(browser, id, measurements.some((one) => one.engine === engine))];
  }
  return {
    __compat: {
      description,
      spec_url: source.spec,
      members: members.map(({ path }) => path),
      support,
      status: { experimental: false, standard_track: true, deprecated: false },
    },
    evidence: gathered(evidence),
  };
}

/**
 * @param {string} id
 * @param {Engine} engine
 * @param {{ support: Record<string, Statement[]> }[]} members
 * @param {readonly Measurement[]} measurements
 */
function measuredStatements(id, engine, members, measurements) {
  const added = members.flatMap(({ support }) => support[NAMESAKES[engine]] ?? []).map(({ version_added }) => version_added);
  const first = added.filter((version) => typeof version === 'string').sort((a, b) => (earlier(a, b) ? -1 : 1))[0];
  const runs = measuredRuns(measurements.filter((one) => one.engine === engine), id);
  return statementsOf(runs, first === undefined ? undefined : majorOf(first));
}

/**
 * What visitors measured: of WebKit by the system that it was on, as its versions there are the system's.
 * @param {string} id
 * @param {Engine} engine
 * @param {string} browser
 * @param {readonly Measurement[]} measurements
 * @param {readonly Measurement[]} contributed
 */
function visitors(id, engine, browser, measurements, contributed) {
  const isTheirs = (/** @type {Measurement} */ { platform }) => engine !== 'safari' || browser === (/iPhone|iPad|iPod/.test(platform) ? 'safari_ios' : 'safari');
  return contributedStatements(id, contributed.filter((one) => one.engine === engine && isTheirs(one)), measurements);
}

/**
 * Every browser of iOS is that system's WebKit.
 * @param {string} browser
 * @param {Engine | undefined} engine
 */
function citedAs(browser, engine) {
  return engine === 'safari' ? 'safari' : browser;
}

/**
 * @param {string} browser
 * @param {string} id
 * @param {boolean} isMeasured
 * @returns {Statement}
 */
function absent(browser, id, isMeasured) {
  if (isMeasured) return { version_added: false, notes: ['no measured build has a member that the clause speaks of'] };
  throw new Error(`nothing is known of ${id} in ${browser}: measure its engine (npm run matrix) or cite a row for it in src/compat/cited.json`);
}
