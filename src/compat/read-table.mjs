/**
 * The one reader of the table for what is generated and tested here: who changes the table's form changes this.
 * For readers elsewhere the form is described in docs/how-to-read-the-table.md.
 *
 * @typedef {import('./compat-data.mjs').CompatData} CompatData
 * @typedef {import('./mdn.mjs').Statement} Statement
 * @typedef {{ id: string, path: string, compat: Compat } & import('./clause-feature.mjs').Beside} Clause
 * @typedef {{ description: string, spec_url?: string, support: Record<string, Statement | Statement[]>, status: { experimental: boolean, standard_track: boolean, deprecated: boolean } }} Compat
 */

const PARENT = 'api.RTCPeerConnection.close';

/**
 * Where a clause's row is in the tree: a behavioural subfeature is named as those of browser-compat-data are, with underscores.
 * @param {string} id
 * @returns {string}
 */
export function pathOf(id) {
  return `${PARENT}.${id.replaceAll('-', '_')}`;
}

/**
 * The clauses of the table, in the contract's order, each with its row in the tree.
 * @param {CompatData} data
 * @returns {Clause[]}
 */
export function clausesOf(data) {
  return Object.entries(data.clauses).map(([path, beside]) => ({ ...beside, path, compat: compatAt(data, path) }));
}

/**
 * The part of the table that the build bakes: by clause.
 * @param {{ clauses?: Record<string, { id: string, shim?: Ranges, broken?: Ranges }> }} data
 * @param {'shim' | 'broken'} part
 * @returns {Record<string, Ranges>}
 * @typedef {Record<string, [number, number][]>} Ranges by engine
 */
export function rangesIn(data, part) {
  return Object.fromEntries(Object.values(data.clauses ?? {}).flatMap(({ id, [part]: ranges }) => (ranges ? [[id, ranges]] : [])));
}

/**
 * A row's statements of one browser, newest first: the table has an array only where there is more than one.
 * @param {Compat} compat
 * @param {string} browser
 * @returns {Statement[]}
 */
export function statementsOf(compat, browser) {
  return [compat.support[browser] ?? []].flat();
}

/**
 * What a row says of one version of a browser.
 * @param {Compat} compat
 * @param {string} browser
 * @param {number} version
 * @returns {'kept' | 'partly' | 'not'}
 */
export function supportIn(compat, browser, version) {
  const number = (/** @type {string} */ text) => parseFloat(text.replace('≤', ''));
  const found = statementsOf(compat, browser).find(
    ({ version_added: added, version_removed: removed }) => added !== false && number(added) <= version && (removed === undefined || version < number(removed)),
  );
  if (!found) return 'not';
  return found.partial_implementation ? 'partly' : 'kept';
}

/**
 * @param {CompatData} data
 * @param {string} path
 * @returns {Compat}
 */
function compatAt(data, path) {
  const feature = path.split('.').reduce((/** @type {any} */ part, key) => part?.[key], data);
  if (!feature) throw new Error(`compat-data.json has a clause at ${path}, and no row there`);
  return feature.__compat;
}
