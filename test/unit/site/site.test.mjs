import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../../src/site/build-site.mjs';
import { placeOf } from '../../../src/site/place-of.mjs';
import { renderPage } from '../../../src/site/render-page.mjs';
import { resolveLink } from '../../../src/site/resolve-link.mjs';
import { siteFiles } from '../../../src/site/site-files.mjs';

/** @type {string} */
let folder;
/** @type {string[]} */
let paths;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rtc-close-shim-site-'));
  writeFileSync(join(folder, 'old.html'), 'of a build before');
  paths = buildSite(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (/** @type {string} */ path) => readFileSync(join(folder, path), 'utf8');
const pages = () => paths.filter((path) => path.endsWith('.html'));

/** @param {string} page of what it asks for and leads to, the addresses that are no place on the web */
function linksOf(page) {
  const found = [...read(page).matchAll(/\s(?:href|src|srcset)="([^"]*)"/g)].map(([, link = '']) => link);
  return found.filter((link) => !/^(?:https?|data|mailto):/.test(link));
}

/**
 * @param {string} page
 * @param {string} link
 */
function isThere(page, link) {
  const [path = '', anchor] = link.split('#');
  const place = path ? join(dirname(page), path) : page;
  const file = /(?:^|\/)\.?$/.test(path) && path ? join(place, 'index.html') : place;
  if (!existsSync(join(folder, file))) return false;
  return anchor === undefined || read(file).includes(` id="${anchor}"`);
}

describe('the site', () => {
  it('has the home page, the playground, the picture of all browsers and all pages, and nothing of a build before', () => {
    expect(paths).toEqual(expect.arrayContaining(['index.html', 'site.css', 'playground/index.html', 'playground/rtc-close-shim.min.js', 'matrix.svg', 'close-light.svg', 'docs/browsers.html', 'docs/limits.html', 'changelog.html', 'contributing.html', 'examples/script-tag/index.html']));
    for (const path of paths) expect(existsSync(join(folder, path)), path).toBe(true);
    expect(existsSync(join(folder, 'old.html'))).toBe(false);
  });

  it('has no link to what is not there, pictures and anchors included', () => {
    const all = pages().flatMap((page) => linksOf(page).map((link) => ({ page, link })));
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(({ page, link }) => !isThere(page, link))).toEqual([]);
  });

  it('would find what is not there', () => {
    expect(isThere('index.html', 'docs/nonesuch.html')).toBe(false);
    expect(isThere('index.html', '#nonesuch')).toBe(false);
    expect(isThere('docs/limits.html', '../#the-contract')).toBe(true);
  });

  it('leads from its home page to every page', () => {
    /** @type {Set<string>} */
    const met = new Set(['index.html']);
    for (const page of met) {
      for (const link of linksOf(page)) {
        const place = join(dirname(page), (link.split('#')[0] ?? '') || '.');
        const file = existsSync(join(folder, place, 'index.html')) ? join(place, 'index.html') : place;
        if (file.endsWith('.html') && existsSync(join(folder, file))) met.add(file);
      }
    }
    expect([...met].sort()).toEqual(pages());
  });

  it('keeps to a strict policy: no script, nothing inline, nothing from elsewhere', () => {
    for (const page of pages().filter((path) => !path.startsWith('playground/'))) {
      const text = read(page);
      expect(text, page).toContain('http-equiv="content-security-policy" content="default-src &#39;none&#39;;');
      expect(text, page).not.toMatch(/<script|<style|<iframe|\s(?:style|on[a-z]+)="/);
      const asked = [...text.matchAll(/\s(?:src|srcset)="([^"]*)"|<link [^>]*href="([^"]*)"/g)].map(([, one, other]) => one ?? other ?? '');
      expect(asked.filter((link) => /^[a-z]+:/.test(link)), page).toEqual([]);
    }
  });

  it('does not link to a repository that nobody has named; named, to the commit', () => {
    const named = mkdtempSync(join(tmpdir(), 'rtc-close-shim-site-'));
    buildSite(named, { repository: 'https://github.com/a/b', revision: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00' });
    expect(read('index.html')).not.toContain('OWNER');
    expect(readFileSync(join(named, 'contributing.html'), 'utf8')).toContain('<a href="https://github.com/a/b">Repository</a>');
    expect(readFileSync(join(named, 'docs/what-changes-for-your-code.html'), 'utf8')).not.toContain('/blob/main/');
    expect(readFileSync(join(named, 'index.html'), 'utf8')).toContain('https://github.com/a/b/blob/c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00/.github/workflows/ci.yml');
    rmSync(named, { recursive: true });
  });

  it('is served folder by folder', () => {
    const files = siteFiles('/site', ['index.html', 'docs/a.html', 'playground/index.html']);
    expect(Object.keys(files)).toEqual(['/index.html', '/', '/docs/a.html', '/playground/index.html', '/playground/']);
  });
});

describe('placeOf', () => {
  it.each([['README.md', 'index.html'], ['src/docs/limits.md', 'docs/limits.html'], ['test/examples/vite-spa/README.md', 'examples/vite-spa/index.html'], ['dist/matrix.svg', 'matrix.svg'], ['CONTRIBUTING.md', 'contributing.html'], ['.github/SECURITY.md', 'security.html'], ['test/README.md', 'test/index.html']])('puts %s at %s', (path, place) => expect(placeOf(path)).toBe(place));
});

describe('resolveLink', () => {
  const root = new URL('../../../', import.meta.url).pathname;
  const at = (/** @type {string} */ link, /** @type {string} */ from = 'src/docs/limits.md', /** @type {string | undefined} */ source = undefined) => resolveLink(link, from, { root, source });

  it('leads from page to page', () => {
    expect(at('../../README.md#the-contract')).toEqual({ href: '../#the-contract', page: 'README.md' });
    expect(at('../../test/examples/vite-spa')).toEqual({ href: '../examples/vite-spa/', page: 'test/examples/vite-spa/README.md' });
    expect(at('../../dist/playground.html')).toEqual({ href: '../playground/' });
    expect(at('../../dist/matrix.svg')).toEqual({ href: '../matrix.svg', file: 'dist/matrix.svg' });
  });
  it('leaves addresses and anchors alone', () => {
    for (const link of ['https://a.example/b', 'mailto:a@b.example', '#c']) expect(at(link)).toEqual({ href: link });
  });
  it('leads to the repository for the rest, where it is known', () => {
    expect(at('../index.ts')).toEqual({ href: undefined });
    expect(at('../index.ts', undefined, 'https://c.example/blob/v1/')).toEqual({ href: 'https://c.example/blob/v1/src/index.ts' });
  });
  it('takes no dead link', () => expect(() => at('nonesuch.md')).toThrow('src/docs/limits.md links to nonesuch.md, and there is no src/docs/nonesuch.md'));
});

describe('renderPage', () => {
  const render = (/** @type {string} */ markdown) => renderPage({ markdown, navigation: [], base: '', resolve: (link) => ({ href: link === 'gone' ? undefined : `to/${link}` }) });

  it('rewrites links, in markup too, and drops those that lead nowhere', () => {
    expect(render('[a](b) [*c*](gone) <picture><img src="d"></picture>')).toContain('<p><a href="to/b">a</a> <span><em>c</em></span> <picture><img src="to/d"></picture></p>');
  });
  it('shows no picture from elsewhere', () => expect(render('[![a](https://b.example/c.svg)](d)')).toContain('<p><a href="to/d">a</a></p>'));
  it('names headings as GitHub does', () => expect(render('## A `b()` & c\n\n## A `b()` & c')).toMatch(/<h2 id="a-b--c">.*\n<h2 id="a-b--c-1">/));
  it('escapes code', () => expect(render('```html\n<script>\n```')).toContain('<code>&lt;script&gt;\n</code></pre>'));
  it('lets wide tables scroll', () => expect(render('| a |\n| --- |\n| b |')).toContain('<div class="scroll" tabindex="0" role="region" aria-label="Table 1"><table>'));
});
