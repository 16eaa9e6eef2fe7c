/*! rtc-close-shim 0.1.0 | BSD-3-Clause */
import imported from 'webrtc-adapter';
export { rtcCloseShim } from './index.js';
export { install } from './fn.js';

var _a;
// Where adapter's CommonJS is loaded as such (Node), its module is the default import.
const given = imported;
/** webrtc-adapter, as it was applied before the shim. */
const adapter = (_a = given.default) !== null && _a !== void 0 ? _a : given;

export { adapter };
