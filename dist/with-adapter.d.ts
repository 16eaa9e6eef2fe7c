import { IAdapter } from 'webrtc-adapter';
export { rtcCloseShim } from './index.js';
export { C as ClauseId } from './shared/clauses.js';
export { Handle, Options, ReportLine, Switch, install } from './fn.js';

/** webrtc-adapter, as it was applied before the shim. */
declare const adapter: IAdapter;

export { adapter };
