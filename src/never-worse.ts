export { NEVER_WORSE_VERSION, neverWorse } from './never-worse/never-worse';
export type { NeverWorseOptions, NeverWorseResult, Step } from './never-worse/never-worse';
export type { Verdict } from './never-worse/judge';
