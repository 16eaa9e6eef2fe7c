import { erasOf, newestOfEach } from '../eras.mjs';
import { NAMESAKES } from '../evidence.mjs';
import { measuredRuns } from '../measured-runs.mjs';
import { datedEras, oneOrMore, statementWith } from '../support.mjs';
import { majorOf } from '../versions.mjs';

/**
 * @typedef {import('./behaviours.mjs').Behaviour} Behaviour
 * @typedef {import('../measured-runs.mjs').Measurement} Measurement
 * @typedef {import('../measured-runs.mjs').Run} Run
 * @typedef {import('../mdn.mjs').Mdn} Mdn
 * @typedef {import('../mdn.mjs').Statement} Statement
 */

const MEASURED = /** @type {const} */ (['chromium', 'firefox']);
/** Browsers that follow another: what they do follows from its row. */
const MIRRORS = ['chrome_android', 'edge', 'firefox_android', 'oculus', 'opera', 'opera_android', 'safari_ios', 'samsunginternet_android', 'webview_android', 'webview_ios'];

/**
 * A behaviour's row as a source file of browser-compat-data has it.
 * @param {Behaviour} behaviour
 * @param {readonly Measurement[]} measurements
 * @param {Mdn} mdn
 */
export function rowOf(behaviour, measurements, mdn) {
  const measured = MEASURED.map((engine) => [NAMESAKES[engine], supportIn(engine, behaviour, measurements, mdn)]);
  const { safari, description, spec_url } = behaviour;
  const support = Object.fromEntries([...measured, ['safari', statementWith(safari, [safari.notes ?? []].flat())], ...MIRRORS.map((browser) => [browser, 'mirror'])].sort());
  return { description, ...(spec_url && { spec_url }), support, status: { experimental: false, standard_track: Boolean(spec_url), deprecated: false } };
}

/**
 * What was seen of a behaviour in the builds of an engine.
 * @param {import('../clause-feature.mjs').Engine} engine
 * @param {Behaviour} behaviour
 * @param {readonly Measurement[]} measurements
 * @param {Mdn} mdn
 * @returns {Run[]} oldest first
 */
export function runsOf(engine, { path, clause, missing, partly = [] }, measurements, mdn) {
  const since = parentSince(path, engine, mdn);
  const seen = measurements.filter((one) => one.engine === engine).map((one) => {
    const finding = one.clauses[clause]?.native;
    const told = (/** @type {[RegExp, string][]} */ signs) => signs.filter(([sign]) => finding?.observed?.some((what) => sign.test(what))).map(([, note]) => note);
    const [gone, less] = [told(missing), told(partly)];
    const native = /** @type {import('../measured-runs.mjs').Finding} */ (
      !finding || (finding.verdict === 'cannot-tell') || majorOf(one.version) < since ? { verdict: 'cannot-tell' }
        : gone.length ? { verdict: 'broken', observed: gone }
          // What is there in part is like what is there at times: partial.
          : less.length ? { verdict: 'broken', observed: less, sometimes: true }
            : { verdict: 'holds' }
    );
    return { ...one, clauses: { [clause]: { native, shimmed: native } } };
  });
  return measuredRuns(newestOfEach(seen), clause);
}

/**
 * @param {import('../clause-feature.mjs').Engine} engine
 * @param {Behaviour} behaviour
 * @param {readonly Measurement[]} measurements
 * @param {Mdn} mdn
 * @returns {Statement | Statement[]}
 */
function supportIn(engine, behaviour, measurements, mdn) {
  const eras = datedEras(erasOf(runsOf(engine, behaviour, measurements, mdn), { version: parentSince(behaviour.path, engine, mdn) }), mdn.releases(NAMESAKES[engine]).filter((release) => release.engine === { chromium: 'Blink', firefox: 'Gecko', safari: 'WebKit' }[engine]));
  const notes = (/** @type {typeof eras[number]} */ { era }) => era.runs.flatMap((run) => run.observed);
  const there = eras.filter(({ era }) => era.kind === 'kept' || era.kind === 'race');
  if (!there.length) return statementWith({ version_added: false }, eras.flatMap(notes));
  return oneOrMore(there.reverse().map((one) => statementWith({ ...one.statement, ...(one.era.kind === 'race' && { partial_implementation: /** @type {const} */ (true) }) }, notes(one))));
}

/**
 * The first version with that which a behaviour is one of.
 * @param {string} path
 * @param {import('../clause-feature.mjs').Engine} engine
 * @param {Mdn} mdn
 */
function parentSince(path, engine, mdn) {
  const added = mdn.feature(path.slice(0, path.lastIndexOf('.'))).support[NAMESAKES[engine]]?.at(-1)?.version_added;
  return added ? majorOf(added) : 0;
}
