import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The exports of a TypeScript file that imports no more than types.
 * @param {URL} file
 * @returns {Promise<any>}
 */
export async function importTypescript(file) {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}
