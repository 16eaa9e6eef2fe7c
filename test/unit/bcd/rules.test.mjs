import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { mirrorOf } from './mirror.mjs';
import { inheritanceProblems, linkProblems, rules, styled } from './rules.mjs';

/** @typedef {import('./rules.mjs').Compat} Compat */

const PATH = 'api.RTCPeerConnection.close.some_behaviour';
const NEEDED = ['chrome', 'chrome_android', 'edge', 'firefox', 'firefox_android', 'opera', 'opera_android', 'safari', 'safari_ios', 'samsunginternet_android', 'webview_android', 'webview_ios'];

/**
 * A row that all rules take, with something else in it.
 * @param {Compat['support']} [support]
 * @param {Partial<Compat>} [more]
 * @returns {Compat}
 */
function row(support = {}, more = {}) {
  const upstream = ['chrome', 'edge', 'firefox', 'safari'];
  const all = Object.fromEntries(NEEDED.map((id) => [id, upstream.includes(id) ? { version_added: '79', notes: id } : /** @type {const} */ ('mirror')]));
  return { description: 'x', spec_url: 'https://a.example/#b', support: { ...all, safari: { version_added: false }, ...support }, status: { experimental: false, standard_track: true, deprecated: false }, ...more };
}

describe('the rules', () => {
  it.each(Object.keys(rules))('%s takes a row that is well', (name) => expect(rules[name]?.(row(), PATH)).toEqual([]));

  it.each(/** @type {[string, Compat, RegExp][]} */ ([
    ['browsers-presence', { ...row(), support: { chrome: { version_added: '79' } } }, /edge is missing/],
    ['browsers-presence', row({ netscape: { version_added: '4' } }), /netscape is no browser/],
    ['browsers-presence', row({ ie: { version_added: false } }), /ie is false by itself/],
    ['descriptions', row({}, { description: '`some_behaviour`' }), /repeats the name/],
    ['descriptions', row({}, { description: '<b>x</b>' }), /markup/],
    ['notes', row({ chrome: { version_added: '79', notes: ['one', 'two  spaces'] } }), /chrome: two spaces/],
    ['notes', row({ chrome: { version_added: '79', notes: 'a\nb' } }), /a new line/],
    ['versions', row({ chrome: { version_added: '79.5' } }), /there is no version 79\.5/],
    ['versions', row({ chrome: { version_added: '≤115' } }), /≤115 is too new for a range/],
    ['versions', row({ chrome: { version_added: '90', version_removed: '80' } }), /removed in 80, before 90/],
    ['versions', row({ chrome: { version_added: false, version_removed: '80' } }), /more than that is said/],
    ['versions', row({ chrome: [{ version_added: '90' }, { version_added: false }] }), /false in a list/],
    ['versions', row({ chrome: { version_added: '90', partial_implementation: true } }), /no note says how/],
    ['versions', row({ firefox: 'mirror' }), /firefox follows no other/],
    ['multiple-statements', row({ chrome: [{ version_added: '90' }, { version_added: '80' }] }), /two statements of full support/],
    ['overlap', row({ chrome: [{ version_added: '90' }, { version_added: '80', version_removed: '91' }] }), /from 90 on overlaps/],
    ['overlap', row({ chrome: [{ version_added: '90' }, { version_added: '80', partial_implementation: true, notes: 'x' }] }), /overlaps/],
    ['prefix', row({ chrome: { version_added: '90', prefix: 'khtml' } }), /khtml is no prefix/],
    ['mirror', row({ opera: { version_added: '66', notes: 'chrome' } }), /opera has to be "mirror"/],
    ['status', row({}, { spec_url: undefined }), /no spec_url/],
    ['status', row({}, { status: { experimental: false, standard_track: false, deprecated: false } }), /not standard, and has a spec_url/],
    ['status', row({}, { status: { experimental: true, standard_track: true, deprecated: false } }), /two engines have it/],
    ['status', row({}, { status: { experimental: true, standard_track: true, deprecated: true } }), /both experimental and deprecated/],
    ['obsolete', { ...row(), support: { chrome: { version_added: false } } }, /never implemented/],
    ['obsolete', { ...row(), support: { chrome: { version_added: '39', version_removed: '45' }, safari: { version_added: false } } }, /gone from all browsers/],
  ]))('%s finds what is wrong (%#)', (name, compat, problem) => expect(rules[name]?.(compat, PATH).join('\n')).toMatch(problem));

  it('obsolete leaves alone what somebody works on', () => {
    const compat = { ...row(), support: { chrome: { version_added: '39', version_removed: '45' }, safari: { version_added: /** @type {const} */ (false), impl_url: 'https://webkit.org/b/1' } } };
    expect(rules.obsolete?.(compat, PATH)).toEqual([]);
  });
  it('overlap cannot compare a range with what comes before it', () => {
    expect(() => rules.overlap?.(row({ chrome: [{ version_added: '≤75' }, { version_added: '64', version_removed: '≤75' }] }), PATH)).toThrow(/≤75/);
  });
});

describe('what is below a feature', () => {
  const tree = (/** @type {Compat} */ parent, /** @type {Compat} */ child) => ({ api: { A: { __compat: parent, b: { __compat: child } } } });

  it('is not there before it, nor where it is not', () => {
    expect(inheritanceProblems(tree(row(), row()))).toEqual([]);
    expect(inheritanceProblems(tree(row(), row({ chrome: { version_added: '70' } }))).join()).toContain('api.A.b is in chrome 70, and api.A from 79 on');
    expect(inheritanceProblems(tree(row(), row({ safari: { version_added: '11' } }))).join()).toContain('is in safari 11, and api.A from false on');
  });
  it('is no more standard than it', () => {
    const other = row({}, { spec_url: undefined, status: { experimental: false, standard_track: false, deprecated: true } });
    expect(inheritanceProblems(tree(other, row()))).toEqual(['api.A.b is standard, and api.A is not', 'api.A.b is not deprecated, and api.A is']);
  });
});

describe('a file', () => {
  it('has its features, browsers, statements and members in order', () => {
    const [newer, older] = [{ version_added: '90' }, { notes: 'x', version_removed: '80', version_added: '79' }];
    const data = { api: { b: { __compat: row() }, A: { __compat: row({ chrome: [older, newer] }) } } };
    const text = styled(data);
    expect(Object.keys(JSON.parse(text).api)).toEqual(['A', 'b']);
    expect(JSON.stringify(JSON.parse(text).api.A.__compat.support.chrome)).toBe('[{"version_added":"90"},{"version_added":"79","version_removed":"80","notes":"x"}]');
    expect(styled(JSON.parse(text))).toBe(text);
  });
  it('has links in their short form', () => {
    expect(linkProblems('"https://bugs.webkit.org/show_bug.cgi?id=1" "https://webkit.org/b/1" "https://developer.mozilla.org/en-US/docs/Web"')).toHaveLength(2);
    expect(linkProblems('see [bug 1](https://webkit.org/b/1), [this](https://webkit.org/b/2)')).toEqual(['[this](https://webkit.org/b/2)']);
  });
});

describe('mirrorOf', () => {
  /** @type {Record<string, any>} */
  const rtc = /** @type {any} */ (bcd.api.RTCPeerConnection);

  // Rows of theirs whose browsers all follow another.
  it.each(['restartIce', 'connectionState'])('gives what their own build made of %s', (name) => {
    const { support } = rtc[name].__compat;
    /** @type {Compat['support']} */
    const sources = { chrome: support.chrome, firefox: support.firefox, safari: support.safari, chrome_android: 'mirror', safari_ios: 'mirror' };
    for (const browser of ['chrome_android', 'edge', 'opera', 'opera_android', 'samsunginternet_android', 'webview_android', 'oculus', 'safari_ios', 'webview_ios']) {
      expect(mirrorOf(browser, sources), browser).toEqual(support[browser]);
    }
  });
  it('keeps a range but in the first release with the engine', () => {
    const support = { chrome: { version_added: '≤70' } };
    expect([mirrorOf('edge', support), mirrorOf('opera', support)]).toEqual([{ version_added: '79' }, { version_added: '≤57' }]);
  });
  it('names the browser in notes', () => {
    expect(mirrorOf('opera', { chrome: { version_added: '80', notes: 'Not in Chrome on Linux.' } })).toMatchObject({ notes: 'Not in Opera on Linux.' });
  });
});
