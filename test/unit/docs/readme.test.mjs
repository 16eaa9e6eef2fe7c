import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generate } from '../../../src/compat/generate.mjs';
import { sentencesIn, visibleText, wordsIn } from './visible-text.mjs';

const ROOT = new URL('../../../', import.meta.url);
const readme = readFileSync(new URL('README.md', ROOT), 'utf8');
const [face = '', ...rest] = readme.split(/^(?=## The contract$)/m);

const MOST_WORDS = 1200;
const LONGEST_SENTENCE = 30;

describe('visibleText', () => {
  it('leaves out what nobody reads: code, comments, addresses, what is folded', () => {
    const text = '# A\n\nB **c** `d` [e](f.md)\ng.\n\n```js\nx y\n```\n<!-- z -->\n- h\n- i\n\n| j | k |\n| --- | --- |\n| l | m |\n<details>\nn\n</details>\n[![o](p)](q)';
    expect(visibleText(text)).toEqual(['A', 'B c d e g.', 'h', 'i', 'j', 'k', 'l', 'm']);
  });
  it('counts words, and tells sentences apart', () => {
    expect(wordsIn('A b, c-d (e) – 2.5 kB')).toHaveLength(6);
    expect(sentencesIn('A 2.5 kB b. C? D!')).toEqual(['A 2.5 kB b.', 'C?', 'D!']);
  });
});

describe('the README', () => {
  it('has its reference, the contract, folded at the end', () => expect(rest.join('')).toMatch(/^## The contract\n\n.+\n\n<details>\n/));

  it(`says what it has to say in ${MOST_WORDS} words`, () => {
    const words = visibleText(face).flatMap(wordsIn);
    expect(words.length).toBeGreaterThan(500);
    expect(words.length).toBeLessThanOrEqual(MOST_WORDS);
  });

  it(`has no sentence of more than ${LONGEST_SENTENCE} words`, () => {
    const long = visibleText(readme).flatMap(sentencesIn).filter((sentence) => wordsIn(sentence).length > LONGEST_SENTENCE);
    expect(long).toEqual([]);
  });

  it('uses no word of the inside before it explains it', () => {
    const [before = '', after] = readme.split('Each rule is called a *clause*');
    expect(after).toBeDefined();
    expect(visibleText(before).join('\n').match(/\bclauses?\b/gi) ?? []).toEqual([]);
    const inside = /\b(realms?|steps? aside|stepped aside|gives? a sign|ledger|silences|moments?|prefixed era|seals?|sealed)\b/gi;
    expect(visibleText(readme).join('\n').match(inside) ?? []).toEqual([]);
  });

  it('says on its first screen what it is, for whom, what was measured and where to try it', () => {
    const [first = ''] = readme.split(/^## /m);
    expect(first).toMatch(/^# rtc-close-shim\n\n\*\*[^\n]+\*\*\n/);
    for (const part of ['badges', 'picture', 'example', 'measured', 'try']) expect(first).toContain(`<!-- generated: ${part} -->`);
    for (const words of ['**Use it if**', '**Skip it if**', '**Measured:**', '**Not measured:**', '**[Try it in your browser](']) expect(first).toContain(words);
    const [, code = ''] = /```js\n([^]*?)\n```/.exec(first) ?? [];
    expect(code.split('\n')).toHaveLength(6);
  });

  it('has the sections that were promised, in this order', () => {
    const headings = [...readme.replace(/```[^]*?```/g, '').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Install', 'Which entry is for me', 'Browser support at a glance', 'Options', 'API', 'With webrtc-adapter', 'When the peer closes', 'What it does not do', 'FAQ', 'The contract', 'Contributing']);
  });

  it('has no line of code that a page on a repository would cut off', () => {
    const code = [...readme.matchAll(/```[^\n]*\n([^]*?)```/g)].flatMap(([, lines = '']) => lines.split('\n'));
    expect(code.length).toBeGreaterThan(30);
    expect(code.filter((line) => line.length > 100)).toEqual([]);
  });

  it('shows pictures that are there', () => {
    const shown = [...readme.replace(/```[^]*?```/g, '').matchAll(/(?:src|srcset)="([^"]+)"|!\[[^\]]*\]\(([^)]+)\)/g)].map(([, html, markdown]) => html ?? markdown ?? '').filter((path) => !/^https?:/.test(path));
    expect(shown).toEqual(expect.arrayContaining(['dist/close-light.svg', 'dist/close-dark.svg', 'dist/badges/size.svg']));
    expect(shown.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  });

  it('has no figure of a measurement, a size or a hash that nobody generates', () => {
    const written = readme.replace(/<!-- generated: [\w-]+ -->[^]*?<!-- \/generated -->/g, '');
    expect(written.match(/\d[\d.,]*\s(?:kB|bytes|builds|rules|clauses|of \d+|times)|sha\d{3}-|@\d+\.\d+|\d+ %/g) ?? []).toEqual([]);
  });
});

describe('the pages', () => {
  it('are what the generator gives', async () => {
    const { files } = await generate();
    const pages = Object.keys(files).filter((path) => path.endsWith('.md'));
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'src/docs/browsers.md', 'src/docs/libraries.md']));
    for (const path of pages) expect(readFileSync(new URL(path, ROOT), 'utf8'), path).toBe(files[path]);
  }, 60_000);
});
