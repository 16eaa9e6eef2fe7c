/** What rollup bakes into the bundle. */
declare module 'rtc-close-shim:baked' {
  /** The versions of each engine that keep a clause natively, out of `compat-data.json`. */
  export const table: import('./shim/select').Table;
  /** The version of the package. */
  export const version: string;
}
