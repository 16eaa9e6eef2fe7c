import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.mjs';

/**
 * What `parseArgs` of Node reads, with a `UsageError` for what it can't.
 * @template {import('node:util').ParseArgsConfig} T
 * @param {T} config
 */
export function parseOptions(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
