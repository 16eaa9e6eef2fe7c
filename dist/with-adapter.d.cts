import { IAdapter } from 'webrtc-adapter';
export { rtcCloseShim } from './index.cjs';
export { C as ClauseId } from './shared/clauses.cjs';
export { Handle, Options, ReportLine, Switch, install } from './fn.cjs';

/** webrtc-adapter, as it was applied before the shim. */
declare const adapter: IAdapter;

export { adapter };
