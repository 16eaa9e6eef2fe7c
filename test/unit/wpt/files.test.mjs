import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINES, resultsTable, withTable } from '../../wpt/results-table.mjs';
import { readExpectations } from '../../wpt/expectations.mjs';
import { TESTS, wptFiles } from '../../wpt/wpt-files.mjs';

const read = (/** @type {string} */ name) => readFileSync(new URL(`../../wpt/${name}`, import.meta.url), 'utf8');

describe.each(TESTS)('%s', (name) => {
  const text = read(name);

  it('is one of close()', () => expect(name).toMatch(/^RTCPeerConnection-close-[\w-]+(\.tentative)?\.https\.html$/));

  it('needs no other script than testharness.js and its report', () => {
    expect([...text.matchAll(/<script src="?([^">]*)/g)].map(([, source]) => source)).toEqual(['/resources/testharness.js', '/resources/testharnessreport.js']);
  });

  it('is titled, strict, and linked to the steps that it tests', () => {
    expect(text).toMatch(/^<!doctype html>\n<meta charset=utf-8>\n/);
    expect(text).toContain('<title>RTCPeerConnection.prototype.close: ');
    expect(text).toContain('<link rel="help" href="https://w3c.github.io/webrtc-pc/#dfn-close-the-connection">');
    expect(text).toContain("<script>\n'use strict';\n");
  });

  // Rules of WPT's linter: TRAILING WHITESPACE, INDENT TABS, CR AT EOL, SET TIMEOUT, CONSOLE, GENERATE_TESTS, LAYOUTTESTS APIS.
  it('has nothing that the linter of web-platform-tests rejects', () => {
    expect(text).not.toMatch(/[ \t]+$/m);
    expect(text).not.toMatch(/\t|\r|[^\0-\x7f]/);
    expect(text).not.toMatch(/\b(setTimeout|console\.|generate_tests|eventSender|testRunner|internals)\b/);
    expect(text.endsWith('</script>\n')).toBe(true);
  });

  it('names issues where it is tentative, and only there', () => {
    expect(/href="https:\/\/github\.com\/w3c\/webrtc-pc\/issues\/\d+"/.test(text)).toBe(name.includes('.tentative.'));
  });

  it('says nothing of the shim', () => expect(text).not.toMatch(/shim/i));

  it('has its row in the README', () => {
    const short = name.replace('RTCPeerConnection-', '').replace(/(\.tentative)?\.https\.html$/, '');
    expect(read('README.md')).toContain(`| \`${short}\`${name.includes('.tentative.') ? ' (tentative)' : ''} |`);
  });
});

describe('the pages as they are served', () => {
  it('are the files themselves natively', () => {
    for (const name of TESTS) expect(wptFiles()[`/webrtc/${name}`]).toMatch(new RegExp(`${name.replaceAll('.', '\\.')}$`));
  });

  it('have a script before all others where one is given', () => {
    const page = wptFiles({ body: 'first' })[`/webrtc/${TESTS[0]}`];
    const html = String(/** @type {import('../../browsers/served-file.mjs').InlineFile} */ (page).body);
    expect(html.indexOf('/first.js')).toBeLessThan(html.indexOf('/resources/testharness.js'));
    expect(html.replace('<script src="/first.js"></script>\n', '')).toBe(read(TESTS[0] ?? ''));
  });
});

describe('the table of results', () => {
  it('is what the expectations give', () => {
    expect(withTable(read('README.md'), resultsTable(ENGINES.map(readExpectations)))).toBe(read('README.md'));
  });

  it('has versions in which a subtest fails, and says which are races', () => {
    const measured = Object.fromEntries([102, 138, 156].map((major) => [major, { version: `${major}.0`, runs: 2, date: '2026-11-28' }]));
    const table = resultsTable([{ engine: 'chromium', measured, tests: { 'a.https.html': { one: [[102, 138, 'FAIL'], [156, 156, 'PASS']], two: [[102, 138, 'PASS'], [156, 156, 'EITHER']], three: [[102, 156, 'PASS']] } } }]);
    expect(table).toContain('| [a.https.html](a.https.html) | 2 of 3 |');
    expect(table).toContain('| one | 102–138 |');
    expect(table).toContain('| two | 156 now and then |');
    expect(table).not.toContain('| three |');
  });

  it('asks for its markers', () => expect(() => withTable('# no markers', 'table')).toThrow('put them back'));
});
