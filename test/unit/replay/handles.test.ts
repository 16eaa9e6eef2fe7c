import { describe, expect, it, vi } from 'vitest';
import { type ClauseId, clauses, install } from '../../replay/shim';
import { chromium156 } from '../../replay/engines/chromium-156';
import { makeEngine } from '../../replay/make-engine';
import { install as installAny } from '../../../src/shim/install';

const MARK = '(rtc-close-shim)';

function makePage() {
  const { global } = makeEngine(chromium156.behaviour);
  const Connection = global.RTCPeerConnection as { prototype: RTCPeerConnection };
  const native = Connection.prototype.close as unknown;
  return { global, Connection, isOn: () => Connection.prototype.close !== native };
}

const off = (...ids: ClauseId[]) => ({ clauses: Object.fromEntries(ids.map((id) => [id, 'off'])) }) as { clauses: { [id in ClauseId]?: 'off' } };
const isOff = (lines: { id: string; decision: string }[]) => lines.filter(({ decision }) => decision === 'off').map(({ id }) => id);

/** What another copy of the shim is to this one: its own module. */
async function anotherCopy() {
  vi.resetModules();
  return (await import('../../../src/fn')).install;
}

describe('a handle speaks of what is installed in its realm now', () => {
  it.each(['this copy', 'another copy'])('its uninstall() ends what %s has installed since', async (copy) => {
    const { global, isOn } = makePage();
    const first = install(global);
    expect(first.uninstall()).toBe(true);
    const second = (copy === 'this copy' ? install : await anotherCopy())(global);
    expect(isOn()).toBe(true);
    expect(first.uninstall()).toBe(true);
    expect(isOn()).toBe(false);
    expect([first.report(), second.report(), first.uninstall(), second.uninstall(), isOn()]).toEqual([[], [], true, true, false]);
  });

  it.each(['this copy', 'another copy'])('its report() is of what %s has installed since', async (copy) => {
    const { global } = makePage();
    const first = install(global, off('sctp-stays'));
    expect(isOff(first.report())).toEqual(['sctp-stays']);
    first.uninstall();
    expect(first.report()).toEqual([]);
    const second = (copy === 'this copy' ? install : await anotherCopy())(global, off('send-is-refused'));
    expect(isOff(first.report())).toEqual(['send-is-refused']);
    expect(first.report()).toEqual(second.report());
  });

  it('goes round as often as one likes', () => {
    const { global, isOn } = makePage();
    const handles = [install(global)];
    for (let i = 0; i < 4; i++) {
      expect(handles[0]!.uninstall()).toBe(true);
      expect([isOn(), handles.map((handle) => handle.report().length)]).toEqual([false, handles.map(() => 0)]);
      handles.push(install(global));
      expect([isOn(), handles.map((handle) => handle.report().length)]).toEqual([true, handles.map(() => Object.keys(clauses).length)]);
    }
  });

  it('of a realm that had no connection constructor when it was given', () => {
    const { global, isOn } = makePage();
    const { RTCPeerConnection } = global;
    delete global.RTCPeerConnection;
    const early = install(global);
    expect([early.report(), early.uninstall()]).toEqual([[], true]);
    global.RTCPeerConnection = RTCPeerConnection;
    install(global);
    expect(early.report()).toHaveLength(Object.keys(clauses).length);
    expect([early.uninstall(), isOn()]).toEqual([true, false]);
  });

  it('where the page has put a class of its own in the place of the constructor', () => {
    const { global, isOn } = makePage();
    const first = install(global);
    const Native = global.RTCPeerConnection as new () => object;
    global.RTCPeerConnection = class extends Native {};
    expect(install(global)).toBe(first);
    first.uninstall();
    install(global);
    expect(first.report()).not.toEqual([]);
    expect(first.uninstall()).toBe(true);
    expect([isOn(), first.report()]).toEqual([false, []]);
  });

  it('of a shim that stepped aside, until another install takes', () => {
    const { global, Connection } = makePage();
    const { createDataChannel } = Connection.prototype;
    Object.defineProperty(Connection.prototype, 'createDataChannel', { value: 1, writable: true, configurable: true });
    const blocked = install(global);
    expect(blocked.report().map(({ decision }) => decision)).toContain('blocked');
    expect(Connection.prototype).not.toHaveProperty(MARK);
    Object.defineProperty(Connection.prototype, 'createDataChannel', { value: createDataChannel, writable: true, configurable: true });
    const second = install(global);
    expect(second.report().map(({ decision }) => decision)).not.toContain('blocked');
    expect(blocked.report().map(({ decision }) => decision)).toEqual(second.report().map(({ decision }) => decision));
    blocked.uninstall();
    expect([blocked.report(), second.report()]).toEqual([[], []]);
  });

  it('and does not take a mark that the page has frozen in its place for a shim', () => {
    const { global, Connection } = makePage();
    const first = install(global);
    Object.freeze(Connection.prototype);
    expect(first.uninstall()).toBe(false);
    expect(first.report()).toEqual([]);
    const second = install(global);
    expect(second).not.toBe(first);
    expect(new Set(second.report().map(({ decision }) => decision))).toEqual(new Set(['blocked']));
  });

  it('and does not hear of what the page does with its own options afterwards', () => {
    const { global } = makePage();
    const options = off('sctp-stays');
    const handle = install(global, options);
    options.clauses['send-is-refused'] = 'off';
    delete options.clauses['sctp-stays'];
    expect(isOff(handle.report())).toEqual(['sctp-stays']);
  });
});

describe('uninstall() under a foreign layer', () => {
  it('says that all is native only when nothing of an earlier installation is left either', () => {
    const { global, Connection } = makePage();
    const native = Connection.prototype.close as unknown;
    const first = install(global);
    const ours = Connection.prototype.close;
    const layer = function close(this: RTCPeerConnection) {
      ours.call(this);
    };
    Connection.prototype.close = layer;
    expect(first.uninstall()).toBe(false);
    const second = install(global);
    expect(second.uninstall()).toBe(false);
    expect(Connection.prototype.close).toBe(layer);
    Connection.prototype.close = ours;
    expect(second.uninstall()).toBe(true);
    expect(Connection.prototype.close).toBe(native);
  });
});

describe('an install of a script tag whose options are wrong', () => {
  const installTag = installAny as (realm: object, options: object, fault: string) => ReturnType<typeof install>;
  const fault = 'TypeError: what was wrong';

  it('installs nothing, and says why of each clause', () => {
    const { global, isOn } = makePage();
    const { report } = installTag(global, {}, fault);
    expect(isOn()).toBe(false);
    const lines = report();
    expect(lines).toHaveLength(Object.keys(clauses).length);
    for (const { decision, because } of lines) if (decision !== 'not-needed') expect([decision, because]).toEqual(['blocked', fault]);
    expect(lines.some(({ decision }) => decision === 'blocked')).toBe(true);
  });

  it('after another one leaves it as it is, and says so beside its decisions', () => {
    const { global, isOn } = makePage();
    const first = install(global, off('sctp-stays'));
    const second = installTag(global, {}, fault);
    const lines = first.report();
    expect(second.report().map(({ because }) => because)).toEqual(lines.map(({ because }) => `${because}; ${fault}`));
    expect(second.report().map(({ decision }) => decision)).toEqual(lines.map(({ decision }) => decision));
    expect([isOn(), second.uninstall(), isOn()]).toEqual([true, true, false]);
    expect(second.report()).toEqual([]);
  });
});
