/**
 * What people call the engines.
 * @type {Record<import('./clause-feature.mjs').Engine, string>}
 */
export const engineNames = { chromium: 'Chromium', firefox: 'Firefox', safari: 'Safari' };
