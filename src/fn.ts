export { install } from './shim/install';
export type { Handle, ReportLine } from './shim/install';
export type { Options, Switch } from './shim/choice/options';
export type { ClauseId } from './contract/clauses';
