import { readFileSync } from 'node:fs';
import ts from 'typescript';

const SOURCE = new URL('../contract/clauses.ts', import.meta.url);

/**
 * The clauses of the contract, id → sentence, in its order.
 * @returns {Promise<Record<string, string>>}
 */
export async function readClauses() {
  const { outputText } = ts.transpileModule(readFileSync(SOURCE, 'utf8'), { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } });
  const { clauses } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  return clauses;
}
