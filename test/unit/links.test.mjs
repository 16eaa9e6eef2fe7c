import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LINK = /\]\(([^)\s]+)\)/g;

/** @param {string} path */
const read = (path) => readFileSync(path, 'utf8').replace(/```[\s\S]*?```/g, '');

/**
 * The anchors of a page's headings, as GitHub makes them.
 * @param {string} path
 */
const anchors = (path) =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-'));

/**
 * @param {string} page
 * @param {string} link
 */
function isThere(page, link) {
  const [path = '', anchor] = link.split('#');
  const target = path ? join(dirname(page), decodeURIComponent(path)) : page;
  return existsSync(target) && (anchor === undefined || anchors(target).includes(anchor));
}

describe('the pages', () => {
  const below = ['.github', 'src', 'test'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)));
  const pages = [...readdirSync(ROOT), ...below].filter((path) => path.endsWith('.md'));
  for (const page of pages) {
    it(`${page} links to what is there`, () => {
      const path = join(ROOT, page);
      const links = [...read(path).matchAll(LINK)].map(([, link = '']) => link).filter((link) => !/^https?:/.test(link));
      expect(links.filter((link) => !isThere(path, link))).toEqual([]);
    });
  }
});
