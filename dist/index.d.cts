import { Handle } from './fn.cjs';
export { Options, ReportLine, Switch, install } from './fn.cjs';
export { C as ClauseId } from './shared/clauses.cjs';

/** The shim in this realm, applied by the import. */
declare const rtcCloseShim: Handle;

export { Handle, rtcCloseShim };
