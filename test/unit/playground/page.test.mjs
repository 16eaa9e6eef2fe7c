import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withFallbacks } from '../../../src/playground/with-fallbacks.mjs';

const read = (/** @type {string} */ name) => readFileSync(new URL(`../../../dist/${name}`, import.meta.url), 'utf8');

describe('withFallbacks', () => {
  it('puts the first value of a variable before its use', () => {
    const style = ':root {\n  --ink: #111;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --ink: #eee;\n  }\n}\np { color: var(--ink); border: 1px solid var(--ink); }';
    expect(withFallbacks(style)).toContain('p { color: #111; color: var(--ink); border: 1px solid #111; border: 1px solid var(--ink); }');
  });
});

describe('playground.html', () => {
  it('has no inline script or style, and asks only for what is beside it', () => {
    const page = read('playground.html');
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\s(?:style|on\w+)=/);
    const asked = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url);
    expect(asked).toEqual(['data:,', 'playground.css', 'rtc-close-shim.min.js', 'rtc-close-check.min.js', 'rtc-close-never-worse.min.js', 'playground.min.js']);
    expect(read('playground.css')).not.toMatch(/url\(|@import/);
  });
});
