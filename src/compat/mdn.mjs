import data from '@mdn/browser-compat-data' with { type: 'json' };
import { earlier } from './versions.mjs';

/**
 * @typedef {import('@mdn/browser-compat-data').CompatData} CompatData
 *
 * @typedef {object} Statement a support statement in the vocabulary of browser-compat-data
 * @property {string | false} version_added
 * @property {string} [version_removed]
 * @property {string} [prefix]
 * @property {true} [partial_implementation]
 * @property {string | string[]} [notes]
 * @property {string} [impl_url]
 *
 * @typedef {Statement & { notes?: string[] }} MdnStatement
 *
 * @typedef {object} Release
 * @property {string} version of the browser
 * @property {string | undefined} engine for instance `Blink`
 * @property {string | undefined} engineVersion
 * @property {string | undefined} [date] `YYYY-MM-DD`
 *
 * @typedef {object} Feature
 * @property {string} [mdn_url]
 * @property {string} [spec_url]
 * @property {unknown} status
 * @property {Record<string, MdnStatement[]>} support by browser; newest first
 */

/**
 * MDN's compatibility data, and all that is known of its shape.
 * @param {unknown} source the package's data, or a stand-in
 */
export function openMdn(source = data) {
  const version = String(at(source, ['__meta', 'version']));
  const need = (/** @type {string[]} */ path) => at(source, path, version);

  /**
   * @param {string} path for instance `api.RTCPeerConnection.close`
   * @returns {Feature}
   */
  const feature = (path) => {
    const compat = [...path.split('.'), '__compat'];
    const own = /** @type {{ mdn_url?: string, spec_url?: string | string[] }} */ (need(compat));
    const support = /** @type {Record<string, Statement | Statement[]>} */ (need([...compat, 'support']));
    const spec = Array.isArray(own.spec_url) ? own.spec_url[0] : own.spec_url;
    return {
      ...(own.mdn_url && { mdn_url: own.mdn_url }),
      ...(spec && { spec_url: spec }),
      status: need([...compat, 'status']),
      support: Object.fromEntries(Object.keys(support).sort().map((browser) => [browser, statements(/** @type {Statement | Statement[]} */ (need([...compat, 'support', browser])))])),
    };
  };

  return {
    version,
    feature,

    /**
     * A member's support with the prefixes of its interface: a member is as old as both, under each name the interface had.
     * @param {string} path of the member
     * @returns {Feature}
     */
    joinedFeature(path) {
      const member = feature(path);
      const parent = feature(path.slice(0, path.lastIndexOf('.')));
      const support = Object.entries(member.support).map(([browser, own]) => [browser, (parent.support[browser] ?? own).flatMap((outer) => own.map((inner) => join(outer, inner)))]);
      return { ...member, support: Object.fromEntries(support) };
    },

    /**
     * The releases of a browser, oldest first.
     * @param {string} browser
     * @returns {Release[]}
     */
    releases(browser) {
      const releases = /** @type {Record<string, unknown>} */ (need(['browsers', browser, 'releases']));
      return Object.keys(releases)
        .map((name) => ({ name, ...(/** @type {{ index: number, engine?: string, engine_version?: string, release_date?: string }} */ (need(['browsers', browser, 'releases', name]))) }))
        .sort((a, b) => a.index - b.index)
        .map(({ name, engine, engine_version, release_date }) => ({ version: name, engine, engineVersion: engine_version, date: release_date }));
    },

    /**
     * What people call a browser.
     * @param {string} browser
     * @returns {string}
     */
    browserName: (browser) => String(need(['browsers', browser, 'name'])),
  };
}

/** @typedef {ReturnType<typeof openMdn>} Mdn */

/**
 * The one way into the data: paths move between its releases, and then this says which.
 * @param {unknown} source
 * @param {string[]} path
 * @param {string} [version]
 * @returns {unknown}
 */
function at(source, path, version = 'of a version it does not tell') {
  let value = source;
  for (const [i, key] of path.entries()) {
    value = value && typeof value === 'object' && Object.hasOwn(value, key) ? /** @type {Record<string, unknown>} */ (value)[key] : undefined;
    if (value === undefined) {
      throw new Error(`MDN's data (@mdn/browser-compat-data ${version}) has no ${path.join('.')}: it ends before "${path.slice(0, i + 1).join('.')}". If it has moved, correct the path in src/compat/.`);
    }
  }
  return value;
}

/** @param {Statement | Statement[]} support */
function statements(support) {
  return [support].flat().map(({ notes, ...statement }) => /** @type {MdnStatement} */ ({ ...statement, ...(notes && { notes: [notes].flat() }) }));
}

/**
 * @param {MdnStatement} outer of the interface
 * @param {MdnStatement} inner of the member
 * @returns {MdnStatement}
 */
function join(outer, inner) {
  const added = outer.version_added && inner.version_added ? (earlier(outer.version_added, inner.version_added) ? inner.version_added : outer.version_added) : false;
  const removed = [outer.version_removed, inner.version_removed].filter((version) => version !== undefined).sort((a, b) => (earlier(a, b) ? -1 : 1))[0];
  const notes = [...(outer.notes ?? []), ...(inner.notes ?? [])];
  return {
    version_added: added,
    ...(removed && { version_removed: removed }),
    ...(outer.prefix && { prefix: outer.prefix }),
    ...((outer.partial_implementation || inner.partial_implementation) && { partial_implementation: /** @type {const} */ (true) }),
    ...(notes.length && { notes }),
  };
}
