import type { Table } from './shim/choice/choose-repairs';

// The build puts the table's smallest form and the package's version in the place of this module (see compat/baked.mjs).
// As it stands here nothing is known, and every clause is repaired.

/** The versions of each engine that keep each clause natively, out of `compat-data.json`. */
export const table: Table = {};

/** The version of the package. */
export const version = String('source');

/** The version of the conformance suite: what was measured by another is not compared. */
export const suite = Number(0);

/** Where issues are reported; empty where package.json does not say. */
export const issues = String('');
