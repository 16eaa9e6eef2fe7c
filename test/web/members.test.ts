import { expect } from 'chai';
import type { Page } from '../../src/conformance/realm';
import { inRealm } from './realms';

/** Each function of every RTC interface of a realm, and of what they inherit from, by a path such as `RTCDataChannel.send`. */
function members(page: Page): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const name of page.Object.getOwnPropertyNames(page) as string[]) {
    if (!/^((webkit|moz)?RTC|MediaStream|EventTarget$|Event$)/.test(name)) continue;
    const { prototype } = page[name] as { prototype?: object };
    all.set(name, page[name]);
    for (const [owner, prefix] of [[page[name], ''], [prototype, 'prototype.']] as const) {
      if (!owner) continue;
      for (const [member, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
        for (const part of ['value', 'get', 'set'] as const) {
          const value = descriptor[part] as unknown;
          if (typeof value === 'function') all.set(`${name}.${prefix}${member}${part === 'set' ? '=' : ''}`, value);
        }
      }
    }
  }
  return all;
}

/** What may differ: the one close(), the two ways to a channel, and what an engine needs for event suppression. */
const mayDiffer = new RegExp(
  '^(' +
    [
      '(webkit)?RTCPeerConnection.prototype.(close|createDataChannel)',
      'RTCDataChannelEvent.prototype.channel',
      '((webkit)?RTCPeerConnection|RTCDataChannel|RTC(Sctp|Dtls|Ice)Transport|MediaStreamTrack).prototype.(addEventListener|when|on[a-z]+=)',
      // Firefox never settles a pending one, and warns of the two last.
      '(webkit)?RTCPeerConnection.prototype.(getStats|getLocalStreams|getRemoteStreams)',
    ].join('|') +
    ')$',
);

describe('a live realm', () => {
  it("keeps the engine's own members, but for those that are listed", inRealm(({ page, install }) => {
    const before = members(page);
    const handle = install();
    const after = members(page);
    const differing = [...after].filter(([path, value]) => before.get(path) !== value).map(([path]) => path);
    expect(differing).to.include('RTCPeerConnection.prototype.close');
    expect(differing.filter((path) => !mayDiffer.test(path))).to.deep.equal([]);
    expect([...before.keys()].filter((path) => !after.has(path))).to.deep.equal([]);

    expect(handle.uninstall()).to.equal(true);
    const restored = members(page);
    expect([...restored].filter(([path, value]) => before.get(path) !== value)).to.deep.equal([]);
    expect(restored.size).to.equal(before.size);
  }));

  it('has members of ours that look like those they replace', inRealm(({ page, install }) => {
    const before = Object.getOwnPropertyDescriptors(page.RTCPeerConnection.prototype);
    install();
    const after = Object.getOwnPropertyDescriptors(page.RTCPeerConnection.prototype) as Record<string, PropertyDescriptor>;
    for (const name of ['close', 'createDataChannel']) {
      const { value, ...attributes } = after[name]!;
      const { value: native, ...nativeAttributes } = before[name] as PropertyDescriptor;
      expect(attributes).to.deep.equal(nativeAttributes);
      expect(value.name).to.equal(native.name);
      expect(value.length).to.equal(native.length);
      expect('prototype' in value).to.equal(false);
      expect(() => new value()).to.throw(TypeError);
    }
  }));

  it('calls the engine for a live channel', inRealm(async ({ page, install, connected }) => {
    install();
    const { made, far1 } = await connected();
    expect(Object.getOwnPropertyNames(made)).to.deep.equal([]);
    expect(Object.getPrototypeOf(made)).to.equal(page.RTCDataChannel.prototype);
    const heard = new Promise((resolve) => {
      far1.onmessage = ({ data }) => resolve(data);
    });
    made.send('hello');
    expect(await heard).to.equal('hello');
  }));
});
