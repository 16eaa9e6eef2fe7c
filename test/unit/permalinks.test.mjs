import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
// A branch, whatever its name: not a commit, and not a tag with a version.
const MOVING = /https:\/\/(?:github\.com\/[\w.-]+\/[\w.-]+\/(?:blob|tree|raw)|raw\.githubusercontent\.com\/[\w.-]+\/[\w.-]+)\/(?![0-9a-f]{40}\b|v?\d)[^\s'"`)>\]]*/g;

/** @param {string} text */
const movingLinks = (text) => text.match(MOVING) ?? [];

describe('sources that are cited', () => {
  it('are linked to at a commit, and not on a branch', () => {
    const below = ['src', 'test'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]s|json|md|html|css)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)),
    );
    const files = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'compat-data.json', ...below];
    expect(files.length).toBeGreaterThan(300);
    const found = files.map((file) => [file, movingLinks(readFileSync(join(ROOT, file), 'utf8'))]).filter(([, links]) => links?.length);
    expect(Object.fromEntries(found)).toEqual({});
  });

  it.each(['blob/main/a.cpp', 'blob/master/a.cpp', 'tree/main', 'tree/trunk/folder', 'raw/HEAD/a.cpp'])('would be found on %s', (path) => {
    const link = ['https://github.com', 'WebKit', 'WebKit', path].join('/');
    expect(movingLinks(`see (${link}) there`)).toEqual([link]);
  });

  it.each(['blob/06dcb620a8a96ca6674eb2914d92e35c630d85b2/a.cpp', 'commit/e83716d173835cbf698bf91763d63a630776fa4e', 'tree/v9.0.3', 'issues/1', 'pull/1'])('are taken at %s', (path) => {
    expect(movingLinks(`https://github.com/WebKit/WebKit/${path}`)).toEqual([]);
  });
});
