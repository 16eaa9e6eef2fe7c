import { describe, expect, it } from 'vitest';
import data from '@mdn/browser-compat-data' with { type: 'json' };
import { clauseSources } from '../../../src/compat/clause-sources.mjs';
import { openMdn } from '../../../src/compat/mdn.mjs';
import { readClauses } from '../../../src/compat/read-clauses.mjs';

const copy = () => /** @type {any} */ (structuredClone({ __meta: data.__meta, api: { RTCPeerConnection: data.api.RTCPeerConnection }, browsers: data.browsers }));

describe('openMdn', () => {
  it('joins the prefixes of the interface with the versions of the member', () => {
    const { support } = openMdn().joinedFeature('api.RTCPeerConnection.close');
    expect(support).toMatchObject({
      chrome: [{ version_added: '56' }, { version_added: '23', prefix: 'webkit' }],
      firefox: [{ version_added: '44' }, { version_added: '22', prefix: 'moz' }],
      ie: [{ version_added: false }],
      safari: [{ version_added: '11' }],
    });
    expect(openMdn().joinedFeature('api.RTCPeerConnection.connectionState').support.firefox).toEqual([{ version_added: '113' }, { version_added: '113', prefix: 'moz' }]);
  });
  it('keeps every browser of MDN\'s page', () => {
    expect(Object.keys(openMdn().joinedFeature('api.RTCPeerConnection.close').support)).toEqual(expect.arrayContaining([
      'chrome', 'chrome_android', 'edge', 'firefox', 'firefox_android', 'ie', 'opera', 'opera_android', 'safari', 'safari_ios', 'samsunginternet_android', 'webview_android',
    ]));
  });
  it('orders releases by their index, not by their keys', () => {
    const versions = openMdn().releases('samsunginternet_android').map(({ version }) => version);
    expect(versions.indexOf('9.2')).toBeLessThan(versions.indexOf('10.0'));
    expect(openMdn().releases('edge').find(({ version }) => version === '18')?.engine).toBe('EdgeHTML');
  });
  it.each([
    ['api.RTCPeerConnection.close', (/** @type {any} */ mdn) => delete mdn.api.RTCPeerConnection.close],
    ['api.RTCPeerConnection.close.__compat.support', (/** @type {any} */ mdn) => delete mdn.api.RTCPeerConnection.close.__compat.support],
    ['api.RTCPeerConnection.__compat', (/** @type {any} */ mdn) => delete mdn.api.RTCPeerConnection.__compat],
    ['api.RTCPeerConnection', (/** @type {any} */ mdn) => delete mdn.api.RTCPeerConnection],
  ])('names a missing path: %s', (path, remove) => {
    const mdn = copy();
    remove(mdn);
    expect(() => openMdn(mdn).joinedFeature('api.RTCPeerConnection.close')).toThrow(`"${path}"`);
  });
  it('names missing releases and a missing version', () => {
    const mdn = copy();
    delete mdn.browsers.edge.releases;
    expect(() => openMdn(mdn).releases('edge')).toThrow(/browser-compat-data 8\.\d+\.\d+\) has no browsers\.edge\.releases/);
    expect(() => openMdn({})).toThrow('has no __meta.version');
  });
});

describe('clauseSources', () => {
  it('has every clause, and MDN every member', async () => {
    expect(Object.keys(clauseSources)).toEqual(Object.keys(await readClauses()));
    const mdn = openMdn();
    for (const { members } of Object.values(clauseSources)) for (const path of members) expect(Object.keys(mdn.feature(path).support)).toContain('chrome');
  });
});
