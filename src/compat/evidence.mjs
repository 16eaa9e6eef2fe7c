/**
 * @typedef {import('./clause-feature.mjs').Engine} Engine
 * @typedef {import('./mdn.mjs').Statement} Statement
 * @typedef {import('./statements.mjs').Evidence} Evidence
 */

/** The browser whose versions are the engine's own. */
export const NAMESAKES = /** @type {Record<Engine, string>} */ ({ chromium: 'chrome', firefox: 'firefox', safari: 'safari' });

/**
 * How a statement is known that rests on measured builds.
 * @param {string} browser
 * @param {Engine | undefined} engine
 * @param {Statement} statement
 * @param {import('./measured-runs.mjs').Run} run
 * @returns {Evidence}
 */
export function measuredEvidence(browser, engine, { version_added }, { builds }) {
  const isOwn = engine !== undefined && browser === NAMESAKES[engine];
  return {
    browsers: [browser],
    status: isOwn ? 'measured' : 'mirrored',
    ...(engine && !isOwn && { engine }),
    ...(typeof version_added === 'string' && isOwn && { version_added }),
    builds: builds.join(', '),
    count: builds.length,
  };
}

/**
 * How a statement is known that rests on a visitor's.
 * @param {string} browser
 * @param {Engine | undefined} engine
 * @param {Statement} statement
 * @param {import('./measured-runs.mjs').Run} run
 * @returns {Evidence}
 */
export function contributedEvidence(browser, engine, { version_added }, { builds }) {
  const isOwn = engine === 'safari' || (engine !== undefined && browser === NAMESAKES[engine]);
  return {
    browsers: [browser],
    status: 'contributed',
    ...(engine && !isOwn && { engine }),
    ...(typeof version_added === 'string' && isOwn && { version_added }),
    builds: builds.join(', '),
    count: builds.length,
  };
}

/**
 * Evidence that differs in its browsers only, in one entry.
 * @param {Evidence[]} evidence
 * @returns {Evidence[]}
 */
export function gathered(evidence) {
  /** @type {Map<string, Evidence>} */
  const entries = new Map();
  for (const { browsers, ...rest } of evidence) {
    const key = JSON.stringify(rest);
    entries.set(key, { browsers: [...(entries.get(key)?.browsers ?? []), ...browsers], ...rest });
  }
  return [...entries.values()];
}
