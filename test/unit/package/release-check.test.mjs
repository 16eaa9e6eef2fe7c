import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isPlaceholder, readProject } from '../../../src/build/project.mjs';
import { releaseProblems } from '../../../src/build/release-check.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const manifest = {
  version: '1.2.3',
  author: 'A. Person',
  homepage: 'https://a.github.io/b/',
  repository: { type: 'git', url: 'git+https://github.com/a/b.git' },
  bugs: { url: 'https://github.com/a/b/issues' },
};
const changelog = '# Changelog\n\n## 1.2.3 (2026-01-31)\n\n## 1.2.2 (not released yet)\n';
const problems = (/** @type {Partial<Parameters<typeof releaseProblems>[0]>} */ what) => releaseProblems({ manifest, changelog, ...what });

describe('the check before a release', () => {
  it('lets a version pass whose place, date, repository and tag are told and agree', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ repository: 'a/b', tag: 'v1.2.3' })).toEqual([]);
  });

  it.each(['author', 'homepage', 'repository', 'bugs'])('refuses a placeholder for %s, and none at all', (field) => {
    const original = JSON.stringify(manifest[/** @type {'author'} */ (field)]);
    const waiting = { ...manifest, [field]: JSON.parse(original.replace(/A\. Person|\ba\b/, 'OWNER')) };
    expect(problems({ manifest: waiting })).toEqual([expect.stringMatching(new RegExp(`^${field} in package.json is a placeholder, .*OWNER`))]);
    const without = Object.fromEntries(Object.entries(manifest).filter(([name]) => name !== field));
    expect(problems({ manifest: without })).toEqual([`package.json has no ${field}: say where the project lives`]);
  });

  it('refuses a version that the changelog lacks, or has not dated', () => {
    expect(problems({ manifest: { ...manifest, version: '1.2.4' } })).toEqual([expect.stringContaining('no section of version 1.2.4')]);
    expect(problems({ manifest: { ...manifest, version: '1.2.2' } })).toEqual([expect.stringContaining('says of version 1.2.2 "not released yet"')]);
  });

  it('refuses another repository, and another tag', () => {
    expect(problems({ repository: 'c/b' })).toEqual([expect.stringContaining('published from c/b')]);
    expect(problems({ tag: 'v1.2.4' })).toEqual([expect.stringContaining('the tag is v1.2.4')]);
  });

  it('is what npm publish and its workflow run, and judges what is here', () => {
    const { scripts, ...fields } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    expect(scripts.prepublishOnly).toBe('npm run release-check');
    expect(scripts['release-check']).toBe('node src/build/release-check.mjs');
    expect(readFileSync(`${ROOT}.github/workflows/publish.yml`, 'utf8')).toContain('npm run release-check');
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GITHUB_')));
    const { status, stderr } = spawnSync(process.execPath, ['src/build/release-check.mjs'], { cwd: ROOT, encoding: 'utf8', env });
    const expected = releaseProblems({ manifest: fields, changelog: readFileSync(`${ROOT}CHANGELOG.md`, 'utf8') });
    expect(status).toBe(expected.length ? 1 : 0);
    for (const problem of expected) expect(stderr).toContain(problem);
  });
});

describe('placeholders', () => {
  it('are told from places', () => {
    expect(isPlaceholder('https://github.com/OWNER/rtc-close-shim')).toBe(true);
    expect(isPlaceholder('https://github.com/someone/owner')).toBe(false);
  });
  it('are not baked in: the playground has no link to issues that nobody reads', () => {
    const { issues } = readProject();
    const script = readFileSync(`${ROOT}dist/playground.min.js`, 'utf8');
    expect(script.includes(issues)).toBe(!isPlaceholder(issues));
  });
});
