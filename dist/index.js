/*! rtc-close-shim 0.1.0 | BSD-3-Clause */
import { install } from './fn.js';

/** The shim in this realm, applied by the import. */
const rtcCloseShim = install();

export { install, rtcCloseShim };
