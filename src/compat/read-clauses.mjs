import { importTypescript } from './import-typescript.mjs';

/**
 * The clauses of the contract, id → sentence, in its order.
 * @returns {Promise<Record<string, string>>}
 */
export async function readClauses() {
  const { clauses } = await importTypescript(new URL('../contract/clauses.ts', import.meta.url));
  return clauses;
}
