import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../../src/measurement/contribution.mjs';
import { issueLink, trackerOf } from '../../../src/playground/issue-link';

const contribution = { engine: 'safari', version: '18.3', platform: 'MacIntel', suite: 5, shim: '0.1.0', browser: { userAgent: 'Mozilla/5.0 (Macintosh) & more' } } as Contribution;
const linkFrom = (place: string, known = '') => issueLink(contribution, 'a.json', place, known);

describe('issueLink', () => {
  it('is filled in, with the name of the file', () => {
    const { origin, pathname, searchParams } = new URL(linkFrom('file:///playground.html', 'https://example.org/a/b/issues/')!);
    expect(origin + pathname).toBe('https://example.org/a/b/issues/new');
    expect(searchParams.get('title')).toBe('Measurement of safari 18.3 (MacIntel)');
    expect(searchParams.get('body')).toBe('Attach a.json here (drop it into this field).\n\nShim 0.1.0, suite 5\nMozilla/5.0 (Macintosh) & more');
  });
  it('finds the repository whose pages it is on', () => expect(linkFrom('https://some-one.github.io/a.project/playground.html')).toMatch(/^https:\/\/github\.com\/some-one\/a\.project\/issues\/new\?/));
  it('is none where nobody knows', () => {
    for (const place of ['file:///playground.html', 'http://localhost:4000/', 'https://evil.example/https://a.github.io/b/', 'https://a.github.io.evil.example/b/']) expect(linkFrom(place)).toBe(undefined);
  });
});

describe('trackerOf', () => {
  it('is where issues are reported, without a slash at its end', () => {
    expect(trackerOf('file:///playground.html', 'https://example.org/a/b/issues/')).toBe('https://example.org/a/b/issues');
    expect(trackerOf('https://some-one.github.io/a.project/', '')).toBe('https://github.com/some-one/a.project/issues');
    expect(trackerOf('http://localhost/', '')).toBe(undefined);
    expect(trackerOf('https://some-one.github.io/a/', 'https://github.com/OWNER/a/issues')).toBe('https://github.com/some-one/a/issues');
  });
});
