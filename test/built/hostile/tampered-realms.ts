import { type Setup, after, before, both, throwingGetter, throwingMethod } from './setup';

/** Names that property descriptors have, that this shim's own records have, and one that is nobody's. */
const polluted = ['foo', 'get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'name', 'length', 'read', 'fires', 'closed', 'live', 'silences', 'RTCDataChannel'];

/** `Object.prototype` of the page with members that every object then seems to have. */
export const pollutions: Setup[] = [
  ...polluted.flatMap((name) => both(`Object.prototype.${name} is a string`, `Object.prototype['${name}'] = 'polluted';`)),
  ...['get', 'set', 'value', 'read'].flatMap((name) => both(`Object.prototype.${name} is a function`, `Object.prototype['${name}'] = function () { return 'polluted'; };`)),
  ...polluted.filter((name) => !['enumerable', 'name', 'silences'].includes(name)).flatMap((name) => both(`Object.prototype.${name} throws`, throwingGetter('Object.prototype', name))),
  ...both('Array.prototype[0] swallows what is set', "Object.defineProperty(Array.prototype, '0', { get() { return 'polluted'; }, set() {} });"),
  ...both('Array.prototype[0] throws', "Object.defineProperty(Array.prototype, '0', { get() { throw new Error('a getter of the page'); }, set() { throw new Error('a setter of the page'); } });"),
];

const methods: [string, string[]][] = [
  ['Array.prototype', ['filter', 'map', 'concat', 'slice', 'forEach', 'indexOf', 'push', 'some', 'splice', 'Symbol.iterator']],
  ['String.prototype', ['replace', 'slice', 'split', 'indexOf']],
  ['RegExp.prototype', ['exec', 'test', 'Symbol.replace']],
  ['Function.prototype', ['call', 'apply', 'bind']],
  ['Object', ['create', 'defineProperty', 'defineProperties', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'keys', 'setPrototypeOf', 'freeze']],
  ['WeakMap.prototype', ['get', 'set', 'has']],
  ['WeakRef.prototype', ['deref']],
  ['Promise', ['resolve', 'reject']],
  ['Promise.prototype', ['then', 'catch']],
  ['EventTarget.prototype', ['dispatchEvent']],
  ['Event.prototype', ['stopImmediatePropagation']],
  ['MessagePort.prototype', ['postMessage', 'start']],
  ['Object.prototype', ['hasOwnProperty', 'toString', 'valueOf']],
];
const constructors = ['WeakMap', 'WeakRef', 'Promise', 'Event', 'MessageChannel', 'MessagePort', 'DOMException', 'RTCError', 'RTCErrorEvent', 'EventTarget', 'Reflect', 'Symbol', 'setTimeout', 'Object', 'Array', 'RTCDataChannel', 'RTCDataChannelEvent', 'MediaStreamTrack', 'RTCPeerConnection'];
/** What the program itself needs under its name. */
const needed = ['RTCPeerConnection'];

/** Built-ins that throw, or are gone, from some time after the shim came. */
export const builtIns: Setup[] = [
  ...methods.flatMap(([owner, names]) => names.map((name) => after(`${owner}.${name} throws`, throwingMethod(owner, name)))),
  ...['filter', 'map', 'concat', 'slice'].map((name) => after(`Array.prototype.${name} is gone`, `delete Array.prototype.${name};`)),
  ...['then', 'constructor'].map((name) => after(`Promise.prototype.${name} throws when it is read`, throwingGetter('Promise.prototype', name))),
  ...constructors.filter((name) => !needed.includes(name)).map((name) => after(`${name} is gone`, `delete window.${name};`)),
  ...['WeakMap', 'Promise', 'Event', 'MessageChannel', 'DOMException', 'RTCError', 'RTCErrorEvent'].map((name) => after(`${name} throws`, `window.${name} = function () { throw new Error('a constructor of the page'); };`)),
  after('MessagePort.prototype.onmessage throws when it is set', "Object.defineProperty(MessagePort.prototype, 'onmessage', { set() { throw new Error('a setter of the page'); } });"),
  after('Array.prototype.constructor is null', 'Array.prototype.constructor = null;'),
  after('Array[Symbol.species] throws', throwingGetter('Array', 'Symbol.species')),
  after('Object.prototype.__proto__ is gone', 'delete Object.prototype.__proto__;'),
  after('every method of Array.prototype is gone', "for (const name of Object.getOwnPropertyNames(Array.prototype)) if (typeof Array.prototype[name] === 'function') delete Array.prototype[name];"),
  after('every built-in prototype loses its methods', "for (const owner of [Array, String, RegExp, WeakMap, WeakRef, Map, Set, Promise]) for (const name of Object.getOwnPropertyNames(owner.prototype)) { try { if (name !== 'constructor') delete owner.prototype[name]; } catch {} }"),
  // Before it: what it takes to step aside, or to do without.
  before('navigator.userAgent throws', throwingGetter('Navigator.prototype', 'userAgent')),
  before('navigator.userAgentData throws', throwingGetter('navigator', 'userAgentData')),
  before('navigator.userAgentData is null', "Object.defineProperty(navigator, 'userAgentData', { value: null });"),
  before('navigator.userAgentData.brands is a string', "Object.defineProperty(navigator, 'userAgentData', { value: { brands: 'Chromium' } });"),
  before('navigator.userAgentData.brands has a hole', "Object.defineProperty(navigator, 'userAgentData', { value: { brands: [null] } });"),
  before('navigator is gone', 'delete window.navigator;'),
  before('RTCDataChannelEvent is gone', 'delete window.RTCDataChannelEvent;'),
  before('RTCDataChannel is gone', 'delete window.RTCDataChannel;'),
  before('MediaStreamTrack is gone', 'delete window.MediaStreamTrack;'),
  before('EventTarget is gone', 'delete window.EventTarget;'),
  before('MessageChannel is gone', 'delete window.MessageChannel;'),
  before('MessageChannel throws when it is read', throwingGetter('window', 'MessageChannel'), 'either'),
  before('setTimeout throws when it is read', throwingGetter('window', 'setTimeout'), 'either'),
  before('RTCDataChannel throws when it is read', throwingGetter('window', 'RTCDataChannel'), 'either'),
  before('RTCDataChannelEvent is null', 'window.RTCDataChannelEvent = null;'),
  before('RTCDataChannelEvent is an object without prototype', 'window.RTCDataChannelEvent = {};', 'either'),
  before('webkitRTCPeerConnection and mozRTCPeerConnection throw when they are read', throwingGetter('window', 'webkitRTCPeerConnection') + throwingGetter('window', 'mozRTCPeerConnection'), 'either'),
  before('EventTarget.prototype.dispatchEvent is gone', 'delete EventTarget.prototype.dispatchEvent;', 'either'),
  before('EventTarget.prototype.addEventListener is gone', 'delete EventTarget.prototype.addEventListener;', 'either'),
  before('EventTarget.prototype.addEventListener is an accessor', "const { addEventListener } = EventTarget.prototype; Object.defineProperty(EventTarget.prototype, 'addEventListener', { configurable: true, get: () => addEventListener });", 'either'),
];
