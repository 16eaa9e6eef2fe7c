import { describe, expect, it } from 'vitest';
import { badgeFiles, badgeLine } from '../../../src/compat/badges.mjs';
import { closeExample } from '../../../src/compat/close-example.mjs';
import { CLOSE_PICTURES, closeInWords, closePicture } from '../../../src/compat/close-picture.mjs';
import { closeRuns, runOf } from '../../../src/compat/close-runs.mjs';

const runs = closeRuns();
const run = runOf(runs, 'chromium');

/** A run in which what the shim did natively was seen, and the other way around. */
const turned = { ...run, native: run.shimmed, shimmed: run.native };

describe('the picture of one close()', () => {
  it('is made of a run of each engine, natively and with the shim', () => {
    for (const engine of ['chromium', 'firefox']) {
      const { native, shimmed, version, date } = runOf(runs, engine);
      expect(version).toMatch(/^\d+\./);
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const { recording } of [native, shimmed]) expect(recording.scene).toBe('connected');
    }
    expect(() => runOf([], 'chromium')).toThrow('npm run picture makes one');
  });

  it('says in words what is in the run', () => {
    const { title, native, shimmed } = closeInWords(run);
    expect(title).toMatch(/^One close\(\) in Chromium \d+, natively and with the shim$/);
    expect(native).toMatch(/^6 of 6 channels are not closed after close\(\), \d+ events too many or out of order\.$/);
    expect(shimmed).toBe('All 6 channels are closed at once, each fires close once.');
    expect(closeInWords(turned)).toMatchObject({ native: shimmed, shimmed: native });
  });

  it.each(CLOSE_PICTURES)('%s has a bar a state and a mark an event, red or green', (_name, form, theme) => {
    const svg = closePicture(run, form, theme);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg.length).toBeLessThan(12_000);
    const [, native = '', shimmed = ''] = svg.split('<g><text class="heading"');
    expect(native.match(/class="bar bad"/g)?.length).toBeGreaterThan(5);
    expect(native).toMatch(/class="mark bad"/);
    expect(shimmed).not.toMatch(/class="(?:bar|mark) bad"/);
    expect(shimmed.match(/<circle class="mark good"/g)).toHaveLength(6);
    expect(svg).toContain(theme === 'dark' ? '#0d1117' : '#ffffff');
  });

  it.each(CLOSE_PICTURES)('%s has room for every text', (_name, form, theme) => {
    const svg = closePicture(run, form, theme);
    const [, width = ''] = /<svg [^>]*width="(\d+)"/.exec(svg) ?? [];
    const texts = [...svg.matchAll(/<text class="([\w ]+)" x="([\d.]+)" y="[\d.]+"( text-anchor="(\w+)")?>(.+?)<\/text>/g)];
    expect(texts.length).toBeGreaterThan(30);
    for (const [, name = '', x, , anchor, inside = ''] of texts) {
      const text = inside.replace(/<[^>]+>/g, '').replace(/&\w+;/g, 'x');
      const wide = text.length * (name === 'heading' ? 7.6 : 6.4) + (inside.includes('dx=') ? 14 : 0);
      const from = Number(x) - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
      expect(from, text).toBeGreaterThanOrEqual(-1);
      expect(from + wide, text).toBeLessThanOrEqual(Number(width) + 1);
    }
  });
});

describe('the example', () => {
  it('answers with what was seen', () => {
    const lines = closeExample(runs).split('\n').slice(1, -1);
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/natively in Chromium \d+ and Firefox \d+ → with the shim$/);
    expect(lines[1]).toMatch(/"open" → "closed"$/);
    expect(lines[2]).toMatch(/no error, and the message is lost → throws InvalidStateError$/);
    expect(lines[4]).toMatch(/throws InvalidStateError in Firefox → still readable$/);
  });
  it('does not go by runs in which the shim does not answer the same', () => {
    expect(() => closeExample([turned, runOf(runs, 'firefox')])).toThrow('channel.readyState; is not answered the same with the shim: "open", "closed"');
  });
});

describe('the badges', () => {
  const facts = { version: '1.2.3', size: '7.7 kB', licence: 'MIT' };
  it('are files that say what is known here', () => {
    const files = badgeFiles(facts);
    expect(Object.keys(files)).toEqual(['npm', 'ci', 'size', 'types', 'licence'].map((name) => `dist/badges/${name}.svg`));
    expect(files['dist/badges/size.svg']).toContain('brotli: 7.7 kB');
  });
  it('ask the repository whether CI is green, once it is known', () => {
    expect(badgeLine(facts, { repository: 'https://github.com/OWNER/rtc-close-shim' })).toContain('[![CI: real browsers](dist/badges/ci.svg)](.github/workflows/ci.yml)');
    expect(badgeLine(facts, { repository: 'https://github.com/a/b' })).toContain('(https://github.com/a/b/actions/workflows/ci.yml/badge.svg)](https://github.com/a/b/actions/workflows/ci.yml)');
  });
});
