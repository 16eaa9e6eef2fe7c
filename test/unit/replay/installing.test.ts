import { describe, expect, it } from 'vitest';
import { type ClauseId, clauses, install } from '../../replay/shim';
import { chromium156 } from '../../replay/engines/chromium-156';
import { edgehtml18 } from '../../replay/engines/edgehtml-18';
import { firefox33 } from '../../replay/engines/firefox-33';
import { makeEngine } from '../../replay/make-engine';
import { nameEngine } from '../../replay/name-engine';

const ids = Object.keys(clauses) as ClauseId[];
const makePage = (behaviour = chromium156.behaviour) => {
  const { global } = makeEngine(behaviour);
  const Connection = (global[behaviour.connection] ?? {}) as new () => RTCPeerConnection;
  return { global, Connection };
};

describe('install()', () => {
  it('reports a line a clause, in the order of the contract', () => {
    const { global } = makePage();
    nameEngine(global, 'firefox', 153);
    expect(install(global).report()).toEqual(
      ids.map((id) => ({
        id,
        sentence: id.replaceAll('-', ' '),
        decision: 'applied',
        because: 'firefox 153 is not known to keep it',
        evidence: `api.RTCPeerConnection.close.${id.replace(/-/g, '_')}`,
      })),
    );
  });

  it('reports what the page chose', () => {
    const lines = install(makePage().global, { clauses: { 'send-is-refused': 'off', 'sctp-stays': 'force' } }).report();
    const decisions = Object.fromEntries(lines.map(({ id, decision, because }) => [id, [decision, because]]));
    expect(decisions['send-is-refused']).toEqual(['off', 'option']);
    expect(decisions['sctp-stays']).toEqual(['applied', 'option']);
    expect(decisions['calls-are-refused']).toEqual(['applied', 'unknown engine']);
  });

  it('has a version', () => expect(install(makePage().global).version).toBe('source'));

  it('returns the handle that a realm has, and patches nothing more', () => {
    const { global, Connection } = makePage();
    const handle = install(global);
    const { close } = Connection.prototype;
    expect(install(global)).toBe(handle);
    expect(install(global, { stopTracks: false, clauses: { 'sctp-stays': 'auto' } })).toBe(handle);
    expect(Connection.prototype.close).toBe(close);
  });

  it('leaves its handle where another copy of the shim finds it', () => {
    const { global, Connection } = makePage();
    const handle = install(global);
    expect(Object.getOwnPropertyDescriptor(Connection.prototype, '(rtc-close-shim)')!.value).toBe(handle);
    handle.uninstall();
    const earlier = { version: 'of another copy', report: () => [{}], uninstall: () => true };
    Object.defineProperty(Connection.prototype, '(rtc-close-shim)', { value: earlier, configurable: true });
    expect(install(global)).toBe(earlier);
  });

  it('patches no target of which nothing is held back', () => {
    const { global } = makePage();
    install(global, { clauses: { 'transports-fire-nothing': 'off' } });
    const patched = ['RTCDtlsTransport', 'RTCIceTransport', 'RTCSctpTransport'].filter((name) => Object.hasOwn((global[name] as { prototype: object }).prototype, 'addEventListener'));
    expect(patched).toEqual(['RTCSctpTransport']);
  });

  it('can be installed again when it was uninstalled', () => {
    const { global, Connection } = makePage();
    const native = Connection.prototype.close as unknown;
    const handle = install(global);
    expect(handle.uninstall()).toBe(true);
    expect(Connection.prototype.close).toBe(native);
    expect(install(global)).not.toBe(handle);
    expect(Connection.prototype.close).not.toBe(native);
  });

  it('leaves no name that a loop over the prototype finds', () => {
    const { global, Connection } = makePage();
    const members = () => {
      const found: string[] = [];
      for (const name in Connection.prototype) found.push(name);
      // In browsers a loop finds this method of every event target.
      return new Set(found).add('addEventListener');
    };
    const before = members();
    install(global);
    expect(members()).toEqual(before);
  });

  it('works in the realm that it is loaded in, where none is handed in', () => {
    expect(install().report()).toEqual([]);
    const { global } = makePage();
    Object.assign(globalThis, { RTCPeerConnection: global.RTCPeerConnection });
    try {
      // Node's events, and an interface that does not inherit from its event target: what counts is where it looked.
      expect(install().report()).toHaveLength(ids.length);
    } finally {
      install().uninstall();
      Reflect.deleteProperty(globalThis, 'RTCPeerConnection');
    }
  });

  it('does nothing, quietly, where there is no connection constructor', () => {
    const server = { Object, Event };
    const handle = install(server);
    expect(handle.report()).toEqual([]);
    expect(handle.uninstall()).toBe(true);
    expect(server).toEqual({ Object, Event });
  });

  it.each([
    [null, 'null; expected a window of this origin, then options'],
    [0, '0; expected a window of this origin, then options'],
    ['window', '"window"; expected a window of this origin, then options'],
    [{}, '[object Object]; expected a window of this origin, then options'],
    [{ stopTracks: true }, '[object Object]; expected a window of this origin, then options'],
    [{ Object: {} }, '[object Object]; expected a window of this origin, then options'],
    [[], '[object Array]; expected a window of this origin, then options'],
    [{ [Symbol.toStringTag]: 'HTMLIFrameElement', contentWindow: {} }, '[object HTMLIFrameElement]; expected its contentWindow'],
  ])('refuses no realm, and says what came and what was expected: %o', (realm, message) => {
    expect(() => install(realm as object)).toThrow(new TypeError(`rtc-close-shim: install(): the realm is ${message}`));
  });

  it('refuses what cannot be read, as the window of another origin', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(() => install(proxy)).toThrow(new TypeError('rtc-close-shim: install(): the realm is an object; expected a window of this origin, then options'));
  });

  it('refuses a wrong option before it patches anything', () => {
    const { global, Connection } = makePage();
    const before = Object.getOwnPropertyDescriptors(Connection.prototype);
    expect(() => install(global, { clauses: { 'send-is-refuse': 'off' } as never })).toThrow(/^rtc-close-shim: install\(\): clause is "send-is-refuse"; expected "send-is-refused", /);
    expect(Object.getOwnPropertyDescriptors(Connection.prototype)).toEqual(before);
  });

  it('refuses an option that is in force otherwise, and changes nothing', () => {
    const { global, Connection } = makePage();
    const handle = install(global, { stopTracks: true });
    const before = [Connection.prototype.close, handle.report()];
    expect(() => install(global, { stopTracks: false })).toThrow(
      new TypeError('rtc-close-shim: install(): installed already (uninstall() first, or import rtc-close-shim/fn alone): stopTracks is false; expected true'),
    );
    expect([Connection.prototype.close, handle.report()]).toEqual(before);
    expect(install(global, { stopTracks: true })).toBe(handle);
    handle.uninstall();
    expect(install(global, { stopTracks: false })).not.toBe(handle);
  });

  it.each(['RTCPeerConnection', 'navigator'])('throws nothing where the getter of %s does', (name) => {
    const { global } = makePage();
    Object.defineProperty(global, name, {
      get() {
        throw new Error("the page's");
      },
    });
    const lines = install(global).report();
    expect(lines.map(({ because }) => because)).toEqual(name === 'navigator' ? ids.map(() => 'unknown engine') : []);
  });
});

describe('a connection constructor with a prefix', () => {
  it('is named without it, as are the two that go with it, until the shim goes', () => {
    const { global } = makePage(firefox33.behaviour);
    const Description = function RTCSessionDescription() {};
    global.mozRTCSessionDescription = Description;
    global.mozRTCIceCandidate = Object;
    const handle = install(global);
    expect([global.RTCPeerConnection, global.RTCSessionDescription, global.RTCIceCandidate]).toEqual([global.mozRTCPeerConnection, Description, Object]);
    handle.uninstall();
    expect(['RTCPeerConnection', 'RTCSessionDescription', 'RTCIceCandidate'].filter((name) => name in global)).toEqual([]);
  });

  it('takes no name that is there, and gives none to nothing', () => {
    const { global } = makePage(firefox33.behaviour);
    delete global.mozRTCIceCandidate;
    const Page = function RTCSessionDescription() {};
    global.RTCSessionDescription = Page;
    global.mozRTCSessionDescription = Object;
    install(global);
    expect(global.RTCSessionDescription).toBe(Page);
    expect('RTCIceCandidate' in global).toBe(false);
  });
});

describe('an engine without data channels', () => {
  it('has none made by the shim', () => {
    const { global, Connection } = makePage(edgehtml18.behaviour);
    install(global);
    expect('createDataChannel' in Connection.prototype).toBe(false);
    expect('RTCDataChannelEvent' in global).toBe(false);
  });
});
