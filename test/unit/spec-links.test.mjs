import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clauseSources } from '../../src/compat/clause-sources.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The ids of each specification that is linked to by them. */
const KNOWN = JSON.parse(readFileSync(new URL('./spec-ids.json', import.meta.url), 'utf8'));
const SPECIFICATION = /https?:\/\/(?:w3c\.github\.io|www\.w3\.org\/TR|[\w.-]+\.spec\.whatwg\.org|tc39\.es|datatracker\.ietf\.org|www\.rfc-editor\.org)\/[^\s'"`)>\]|]*#[^\s'"`)>\]|]+/g;

/** @param {string} text */
const links = (text) => text.match(SPECIFICATION) ?? [];

/** @param {string} link */
const isThere = (link) => {
  const [page = '', id = ''] = link.split('#');
  return Boolean(KNOWN[page]?.ids.includes(id));
};

/** @param {string} text */
const deadLinks = (text) => links(text).filter((link) => !isThere(link));

describe('places in specifications', () => {
  it('that the table, the sources and the pages link to are there', () => {
    const below = ['src', 'test'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]s|json|md|html)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)),
    );
    const files = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'compat-data.json', 'compat-data.d.cts', ...below];
    expect(files.length).toBeGreaterThan(300);
    const read = (/** @type {string} */ file) => readFileSync(join(ROOT, file), 'utf8');
    expect(links(read('compat-data.json')).length).toBeGreaterThan(Object.keys(clauseSources).length);
    const found = files.map((file) => /** @type {const} */ ([file, deadLinks(read(file))])).filter(([, dead]) => dead.length);
    expect(Object.fromEntries(found)).toEqual({});
  });

  it.each(Object.entries(clauseSources))('of %s is there', (_id, { spec }) => expect(isThere(spec), spec).toBe(true));

  it.each(['announce-datachannel-close', 'dom-rtcpeerconnection-getstats'])('would be missed: #%s, which is not in the list', (id) => {
    const link = ['https://w3c.github.io/webrtc-pc/', id].join('#');
    expect(deadLinks(`see (${link}).`)).toEqual([link]);
  });

  it('of a specification whose ids nobody has listed are not taken for granted', () => {
    const link = ['https://dom.spec.whatwg.org/', 'concept-event-fire'].join('#');
    expect(deadLinks(`[fire](${link})`)).toEqual([link]);
  });
});
