import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { publint } from 'publint';
import { tarball } from '../../package/tarball.mjs';

describe('what judges packages', () => {
  it('publint has nothing to say, suggestions included', async () => {
    expect((await publint({ pack: { tarball: new Uint8Array(await readFile(await tarball())).buffer }, level: 'suggestion', strict: true })).messages).toEqual([]);
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
