import imported, { type IAdapter } from 'webrtc-adapter';

// After adapter: what this applies has to lie on top.
export * from './index';

// Where adapter's CommonJS is loaded as such (Node), its module is the default import.
const given: IAdapter & { default?: IAdapter } = imported;

/** webrtc-adapter, as it was applied before the shim. */
export const adapter: IAdapter = given.default ?? given;
