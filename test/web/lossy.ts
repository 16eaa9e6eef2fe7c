import type { Verdict } from '../../src/never-worse';
import type { Page } from '../../src/conformance/realm';

/** A shim that takes something away, and by what it is told that it was found. */
export interface Lossy {
  name: string;
  spoils(realm: Window): void;
  /** The moment in which it is looked for. */
  moment: string;
  finds(loss: Verdict): boolean;
}

const pageOf = (realm: Window) => realm as unknown as Page;

/** The listeners of a type on an interface are never added. */
const drops = (realm: Window, made: string, type: string) => {
  const { prototype } = pageOf(realm)[made] as { prototype: EventTarget };
  const { addEventListener } = prototype;
  prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof addEventListener>) {
    if (args[0] !== type) addEventListener.apply(this, args);
  };
};

/** Shims that do what none may do. */
export const lossy: Lossy[] = [
  {
    name: 'listeners of a channel hear no close',
    moment: 'a local close',
    spoils: (realm) => drops(realm, 'RTCDataChannel', 'close'),
    finds: ({ part, members, shimmed, ways }) => part === 'heard' && members.includes('close') && shimmed.includes('0') && ways.includes('listener') && !ways.includes('handler'),
  },
  {
    name: 'listeners of a received track hear no ended, as in Firefox 115',
    moment: 'a local close',
    spoils: (realm) => drops(realm, 'MediaStreamTrack', 'ended'),
    finds: ({ objects, members, shimmed }) => objects.includes('received track audio') && members.includes('ended') && shimmed.includes('0'),
  },
  {
    name: 'an event is heard twice',
    moment: 'messages',
    spoils(realm) {
      const { prototype } = pageOf(realm).RTCDataChannel as { prototype: RTCDataChannel };
      const { addEventListener } = prototype;
      prototype.addEventListener = function (this: RTCDataChannel, ...[type, listener, options]: Parameters<typeof addEventListener>) {
        addEventListener.call(this, type, listener, options);
        if (type === 'message' && typeof listener === 'function') addEventListener.call(this, type, (event) => (listener as EventListener).call(this, event), options);
      };
    },
    finds: ({ members, shimmed, native }) => members.includes('message') && Number(shimmed[0]) > Number(native[0]),
  },
  {
    name: 'listeners come in another order',
    moment: 'messages',
    spoils(realm) {
      const { prototype } = pageOf(realm).RTCDataChannel as { prototype: RTCDataChannel };
      const { addEventListener } = prototype;
      prototype.addEventListener = function (this: RTCDataChannel, ...[type, listener, options]: Parameters<typeof addEventListener>) {
        const late: typeof listener = typeof listener !== 'function' || type !== 'message' ? listener : (event: Event) => setTimeout(() => (listener as EventListener).call(this, event));
        addEventListener.call(this, type, late, options);
      };
    },
    finds: ({ part, objects }) => part === 'order' && objects.some((each) => each.endsWith(' message')),
  },
  {
    name: 'a member reads something else',
    moment: 'readings around a local close',
    spoils: (realm) => Object.defineProperty(pageOf(realm).RTCDataChannel.prototype, 'label', { configurable: true, get: () => 'none' }),
    finds: ({ part, members }) => part === 'read' && members.includes('label'),
  },
  {
    name: 'what was a fresh object is shared',
    moment: 'calls after a local close',
    spoils(realm) {
      const shared = {};
      pageOf(realm).RTCPeerConnection.prototype.getConfiguration = () => shared;
    },
    finds: ({ part, facet, members }) => part === 'called' && facet === 'called again' && members.includes('getConfiguration()'),
  },
  {
    name: 'arguments are not checked',
    moment: 'calls after a local close',
    spoils(realm) {
      pageOf(realm).RTCPeerConnection.prototype.getStats = () => Promise.resolve(new Map());
    },
    finds: ({ part, ways, members }) => part === 'called' && members.includes('getStats()') && ways.includes('a number'),
  },
  {
    name: "the page's own members are thrown out",
    moment: "the page's own members on objects",
    spoils(realm) {
      const { prototype } = pageOf(realm).RTCPeerConnection as { prototype: RTCPeerConnection };
      const { close, getSenders } = prototype;
      prototype.close = function () {
        close.call(this);
        Object.defineProperty(this, 'getSenders', { configurable: true, value: getSenders });
      };
    },
    finds: ({ part, members, shimmed }) => part === 'page' && members.includes('getSenders') && shimmed.includes('0'),
  },
  {
    name: "a subclass's overrides are passed over",
    moment: "the page's subclass",
    spoils(realm) {
      const { prototype } = pageOf(realm).RTCPeerConnection as { prototype: RTCPeerConnection };
      const { close } = prototype;
      prototype.close = function () {
        close.call(this);
        Object.setPrototypeOf(this, prototype);
      };
    },
    finds: ({ part, objects, members, shimmed }) => part === 'page' && objects.includes('subclassed connection') && members.includes('getSenders') && shimmed.includes('0'),
  },
];
