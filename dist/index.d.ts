import { Handle } from './fn.js';
export { Options, ReportLine, Switch, install } from './fn.js';
export { C as ClauseId } from './shared/clauses.js';

/** The shim in this realm, applied by the import. */
declare const rtcCloseShim: Handle;

export { Handle, rtcCloseShim };
