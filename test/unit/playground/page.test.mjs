import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headOf } from '../../../src/playground/head-of.mjs';
import { withFallbacks } from '../../../src/playground/with-fallbacks.mjs';

const read = (/** @type {string} */ name) => readFileSync(new URL(`../../../dist/${name}`, import.meta.url), 'utf8');

describe('withFallbacks', () => {
  it('puts the first value of a variable before its use', () => {
    const style = ':root {\n  --ink: #111;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --ink: #eee;\n  }\n}\np { color: var(--ink); border: 1px solid var(--ink); }';
    expect(withFallbacks(style)).toContain('p { color: #111; color: var(--ink); border: 1px solid #111; border: 1px solid var(--ink); }');
  });
});

describe('headOf', () => {
  it('names the picture by its whole address where the home page is known', () => {
    expect(headOf({ homepage: 'https://a.example/b' })).toContain('<meta property="og:url" content="https://a.example/b/playground/">\n<meta property="og:image" content="https://a.example/b/');
    for (const homepage of [undefined, 'https://a.example/b#readme', 'https://OWNER.example/']) expect(headOf({ homepage })).toMatch(/^<meta property="og:image" content="[\w-]+\.\w+">/);
  });
});

describe('playground.html', () => {
  const page = read('playground.html');

  it('has no inline script or style, and asks only for what is beside it', () => {
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\s(?:style|on\w+)=/);
    const asked = [...page.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url);
    expect(asked.filter((url) => !url.startsWith('data:image/svg+xml,'))).toEqual(['playground.css', 'rtc-close-shim.min.js', 'playground.min.js', 'rtc-close-never-worse.min.js']);
    expect(read('playground.css')).not.toMatch(/url\(|@import/);
  });
  it('has an icon, and what a preview of a link to it shows', () => {
    expect(page).toMatch(/<link rel="icon" href="data:image\/svg\+xml,/);
    for (const name of ['title', 'description', 'image', 'image:alt']) expect(page).toContain(`<meta property="og:${name}" content="`);
  });
  it('links to the README and to the issues', () => {
    for (const id of ['readme', 'issues']) expect(page).toMatch(new RegExp(`<a id="${id}" href="https://`));
  });
  it('offers to run again only once something ran', () => expect(page).not.toContain('Run again'));
});
