export { install } from './shim/install';
export type { Handle } from './shim/install';
export type { ReportLine } from './shim/report-line';
export type { Options, Switch } from './shim/choice/options';
export type { ClauseId } from './contract/clauses';
