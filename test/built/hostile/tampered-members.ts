import { type Setup, after, before, both, throwingGetter, throwingMethod } from './setup';

const connection = 'RTCPeerConnection.prototype';
const locked = (owner: string, name: string, part = '') =>
  `Object.defineProperty(${owner}, '${name}', { ${part}configurable: false });`;
const instance = (name: string, code: string, expect?: Setup['expect']) => after(name, `window.tamper = ({ near, far, channels, transceiver, track }) => { ${code} };`, expect);

/** Objects that nothing can be put on, or taken from. */
export const frozen: Setup[] = [
  ...['RTCPeerConnection', 'RTCDataChannel', 'RTCDataChannelEvent', 'MediaStreamTrack'].flatMap((name) => [
    before(`${name}.prototype is frozen`, `Object.freeze(${name}.prototype);`, 'blocked'),
    before(`${name}.prototype is sealed`, `Object.seal(${name}.prototype);`, 'blocked'),
    after(`${name}.prototype is frozen`, `Object.freeze(${name}.prototype);`),
    after(`${name}.prototype is sealed`, `Object.seal(${name}.prototype);`),
  ]),
  ...['RTCSctpTransport', 'RTCDtlsTransport', 'RTCIceTransport', 'RTCRtpTransceiver', 'RTCRtpReceiver'].flatMap((name) => both(`${name}.prototype is frozen`, `Object.freeze(${name}.prototype);`, 'either')),
  ...['RTCPeerConnection', 'RTCDataChannel', 'MediaStreamTrack'].map((name) => before(`${name}.prototype takes no more members`, `Object.preventExtensions(${name}.prototype);`, 'blocked')),
  before('RTCDataChannelEvent.prototype takes no more members', 'Object.preventExtensions(RTCDataChannelEvent.prototype);'),
  after('all prototypes of RTC interfaces are frozen', "for (const name of Object.getOwnPropertyNames(window)) if (/^RTC/.test(name)) { Object.freeze(window[name]); Object.freeze(window[name].prototype); }"),
  before('all prototypes of RTC interfaces are frozen', "for (const name of Object.getOwnPropertyNames(window)) if (/^RTC/.test(name)) { Object.freeze(window[name]); Object.freeze(window[name].prototype); }", 'blocked'),
  ...['Object', 'Array', 'Function', 'String', 'WeakMap', 'WeakRef', 'Promise', 'EventTarget', 'Event', 'MessagePort', 'MessageChannel', 'DOMException'].flatMap((name) =>
    both(`${name} and ${name}.prototype are frozen`, `Object.freeze(${name}); Object.freeze(${name}.prototype);`),
  ),
  ...(['before', 'after'] as const).map((when): Setup => ({ name: 'lockdown() of SES', when, code: 'lockdown();', scripts: ['/packages/ses/dist/lockdown.umd.min.js'] })),
  { name: 'lockdown() of SES, and RTC prototypes hardened', when: 'before', code: 'lockdown(); harden(RTCPeerConnection.prototype); harden(RTCDataChannel.prototype);', scripts: ['/packages/ses/dist/lockdown.umd.min.js'], expect: 'blocked' },
  { name: 'lockdown() of SES, and RTC prototypes hardened', when: 'after', code: 'lockdown(); harden(RTCPeerConnection.prototype); harden(RTCDataChannel.prototype);', scripts: ['/packages/ses/dist/lockdown.umd.min.js'] },
  instance('the connection is frozen', 'Object.freeze(near);', 'native'),
  instance('the connection takes no more members', 'Object.preventExtensions(near);', 'native'),
  instance('a channel is frozen', 'Object.freeze(channels.made);', 'native'),
  instance('every channel is sealed', 'for (const name in channels) Object.seal(channels[name]);', 'native'),
  instance('track, transceiver and transport are frozen', 'Object.freeze(track); Object.freeze(transceiver); Object.freeze(near.sctp); Object.freeze(near.sctp.transport);', 'native'),
];

/** Members that can't be redefined. */
export const unchangeable: Setup[] = [
  before('close can be neither written nor configured', locked(connection, 'close', 'writable: false, '), 'blocked'),
  before('createDataChannel can be neither written nor configured', locked(connection, 'createDataChannel', 'writable: false, '), 'blocked'),
  before('the channel of the event can not be configured', locked('RTCDataChannelEvent.prototype', 'channel'), 'blocked'),
  before('onclose can not be configured', locked('RTCDataChannel.prototype', 'onclose'), 'blocked'),
  before('onended can not be configured', locked('MediaStreamTrack.prototype', 'onended'), 'either'),
  before('close is an accessor', `const { close } = ${connection}; Object.defineProperty(${connection}, 'close', { configurable: true, get: () => close });`, 'blocked'),
  before('createDataChannel is an accessor', `const { createDataChannel } = ${connection}; Object.defineProperty(${connection}, 'createDataChannel', { configurable: true, get: () => createDataChannel });`, 'blocked'),
  before('close is inherited', `const { close } = ${connection}; delete ${connection}.close; EventTarget.prototype.close = close;`),
  before('close is gone', `delete ${connection}.close;`, 'native'),
  before('createDataChannel is gone', `delete ${connection}.createDataChannel;`, 'native'),
  after('close can be neither written nor configured', locked(connection, 'close', 'writable: false, ')),
  after('the readyState of channels can not be configured', locked('RTCDataChannel.prototype', 'readyState')),
];

/** Members that were replaced, or throw when they are read. */
export const replaced: Setup[] = [
  after('close does nothing', `${connection}.close = function () {};`, 'native'),
  after('close throws', throwingMethod(connection, 'close'), 'native'),
  after('close is gone', `delete ${connection}.close;`, 'native'),
  after('close is a number', `${connection}.close = 1;`, 'native'),
  after('close is wrapped', `const { close } = ${connection}; ${connection}.close = function () { return close.apply(this, arguments); };`),
  after("close is the page's own iframe's", `const frame = document.body.appendChild(document.createElement('iframe')); ${connection}.close = frame.contentWindow.RTCPeerConnection.prototype.close;`, 'native'),
  after('createDataChannel is wrapped', `const { createDataChannel } = ${connection}; ${connection}.createDataChannel = function () { return createDataChannel.apply(this, arguments); };`),
  after('getStats throws', throwingMethod(connection, 'getStats'), 'native'),
  ...['signalingState', 'connectionState', 'sctp', 'localDescription', 'getTransceivers', 'getReceivers', 'getSenders', 'getConfiguration', 'getStats'].flatMap((name) => [
    // What has to be patched, in one engine or another.
    before(`${name} throws when it is read`, throwingGetter(connection, name), name === 'getStats' ? 'either' : 'native'),
    after(`${name} throws when it is read`, throwingGetter(connection, name), 'native'),
  ]),
  ...both('readyState of channels throws when it is read', throwingGetter('RTCDataChannel.prototype', 'readyState'), 'native'),
  ...both('readyState of tracks throws when it is read', throwingGetter('MediaStreamTrack.prototype', 'readyState')),
  ...both('track of receivers throws when it is read', throwingGetter('RTCRtpReceiver.prototype', 'track'), 'native'),
  ...both('transport of the SCTP transport throws when it is read', throwingGetter('RTCSctpTransport.prototype', 'transport')),
  ...both('mid of transceivers throws when it is read', throwingGetter('RTCRtpTransceiver.prototype', 'mid')),
  ...['type', 'currentTarget'].flatMap((name) => both(`${name} of events throws when it is read`, throwingGetter('Event.prototype', name))),
  // There is no other way from a received channel to its connection.
  before('target of events throws when it is read', throwingGetter('Event.prototype', 'target'), 'native'),
  after('target of events throws when it is read', throwingGetter('Event.prototype', 'target')),
  instance('readyState of a channel is its own and throws', throwingGetter('channels.made', 'readyState'), 'native'),
  instance('readyState of a channel is its own', "Object.defineProperty(channels.made, 'readyState', { value: 'open' });", 'native'),
  instance('close of the connection is its own', 'const { close } = near; near.close = () => close.call(near);'),
  instance('send of a channel is its own', 'const { send } = channels.made; channels.made.send = function () { return send.apply(this, arguments); };', 'native'),
  instance('signalingState of the connection is its own and throws', throwingGetter('near', 'signalingState'), 'native'),
  instance('the prototype of a channel is a proxy', 'Object.setPrototypeOf(channels.made, new Proxy(RTCDataChannel.prototype, {}));'),
  instance('the prototype of a channel is a proxy that throws', "Object.setPrototypeOf(channels.made, new Proxy(RTCDataChannel.prototype, { get() { throw new Error('a trap of the page'); }, has() { throw new Error('a trap of the page'); }, getOwnPropertyDescriptor() { throw new Error('a trap of the page'); } }));", 'native'),
  instance('a channel has no prototype', 'Object.setPrototypeOf(channels.made, null);', 'native'),
  instance('the connection has a prototype of its own', 'Object.setPrototypeOf(near, Object.create(RTCPeerConnection.prototype));'),
  before('RTCPeerConnection is a subclass that calls super', 'window.RTCPeerConnection = class extends RTCPeerConnection { close() { super.close(); } };'),
  after('RTCPeerConnection is a subclass that calls super', 'window.RTCPeerConnection = class extends RTCPeerConnection { close() { super.close(); } };'),
  ...both('RTCPeerConnection is a proxy', 'window.RTCPeerConnection = new Proxy(RTCPeerConnection, {});'),
  ...both('RTCPeerConnection is a function with the same prototype', 'const Native = RTCPeerConnection; window.RTCPeerConnection = function (configuration) { return new Native(configuration); }; window.RTCPeerConnection.prototype = Native.prototype;'),
];
