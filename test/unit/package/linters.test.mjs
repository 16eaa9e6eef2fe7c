import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { publint } from 'publint';
import { tarball } from '../../package/tarball.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

describe('what judges packages', () => {
  it('publint has nothing to say, suggestions included', async () => {
    expect((await publint({ pkgDir: ROOT, level: 'suggestion', strict: true, pack: 'npm' })).messages).toEqual([]);
  }, 60_000);

  it('attw finds the types of every entry, under every kind of resolution', async () => {
    const attw = fileURLToPath(new URL('../../../node_modules/@arethetypeswrong/cli/dist/index.js', import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [attw, await tarball(), '--format', 'json'], { encoding: 'utf8', maxBuffer: 1e9 });
    const { analysis, problems = {} } = JSON.parse(stdout);
    expect(problems).toEqual({});
    expect(Object.keys(analysis.entrypoints)).toContain('./with-adapter');
    expect(status).toBe(0);
  }, 60_000);
});
