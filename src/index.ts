import { install } from './shim/install';

export * from './fn';

/** The shim in this realm, applied by the import. */
export const rtcCloseShim = install();
