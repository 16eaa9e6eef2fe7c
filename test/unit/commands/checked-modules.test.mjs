import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Not checked: programs of pages that run in any engine in the tests' own realms, and projects to copy, which have their own tools. */
const UNCHECKED = /^test\/(?:built|examples)\//;

/** @returns {Set<string>} the modules of the programs that `npm run types` checks, where it looks into JavaScript */
function checkedModules() {
  const { types } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).scripts;
  const configs = [...types.matchAll(/tsc -p (\S+)/g)].map(([, name = '']) => name);
  const files = configs.flatMap((name) => {
    const { options, fileNames, errors } = ts.parseJsonConfigFileContent(ts.readConfigFile(ROOT + name, ts.sys.readFile).config, ts.sys, ROOT);
    expect(errors).toEqual([]);
    return options.checkJs && options.strict ? fileNames : [];
  });
  return new Set(files.map((file) => relative(ROOT, file).replaceAll('\\', '/')));
}

it('npm run types checks every module of the tools', () => {
  const modules = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.mjs'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
  expect(modules.length).toBeGreaterThan(300);
  const checked = checkedModules();
  expect(modules.filter((path) => !UNCHECKED.test(path) && !checked.has(path))).toEqual([]);
  const silenced = modules.filter((path) => checked.has(path) && /^\/\/ ?@ts-nocheck/m.test(readFileSync(ROOT + path, 'utf8')));
  expect(silenced).toEqual([]);
});
