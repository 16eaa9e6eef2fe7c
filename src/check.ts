export { check } from './conformance/check';
export type { CheckOptions, CheckResult, ClauseResult } from './conformance/check';
export type { Heard, Recording } from './conformance/record';
export type { ClauseId } from './contract/clauses';
