/** What the script tag of `dist` put on the page; nothing natively. */
export const shim = /** @type {{ rtcCloseShim?: Pick<typeof import('../../../src/script'), 'install' | 'uninstall'> }} */ (/** @type {unknown} */ (window)).rtcCloseShim;
