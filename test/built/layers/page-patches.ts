import type { Layer } from './layer';

const prototype = 'RTCPeerConnection.prototype';
const closes = 'near.close(); return { calls: layer.calls };';

/** A method of the page in the place of another: `layer.calls` counts, and the page can put the other back. */
const replaces = (owner: string, method: string, body: string, ...more: string[]): Pick<Layer, 'scripts' | 'leave'> => ({
  scripts: [
    ...more,
    `window.layer = { calls: 0, original: ${owner}.${method}, had: Object.prototype.hasOwnProperty.call(${owner}, '${method}') };
     ${owner}.${method} = function (...args) { const { original } = layer; layer.calls++; ${body} };`,
  ],
  leave: `if (layer.had) ${owner}.${method} = layer.original; else delete ${owner}.${method};`,
});

/** What listens is wrapped once, and found again when it is removed. */
const wraps = `
  const wrappers = new WeakMap();
  window.wrapped = (listener) => {
    if (typeof listener !== 'function') return listener;
    if (!wrappers.has(listener)) wrappers.set(listener, function (event) { return listener.call(this, event); });
    return wrappers.get(listener);
  };
  const { removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    removeEventListener.call(this, type, listener, options);
    removeEventListener.call(this, type, wrapped(listener), options);
  };
`;

/** What pages do themselves. */
export const pagePatches: Layer[] = [
  { name: 'a close() that calls the one before it', ...replaces(prototype, 'close', 'return original.apply(this, args);'), probe: closes, tells: { calls: 1 } },
  {
    name: 'a close() that asks for the state first',
    ...replaces(prototype, 'close', "if (this.signalingState === 'closed') return; return original.apply(this, args);"),
    probe: 'near.close(); near.close(); return { calls: layer.calls, state: near.signalingState };',
    tells: { calls: 2, state: 'closed' },
  },
  {
    name: 'a close() that says goodbye and closes the channels',
    ...replaces(prototype, 'close', "for (const channel of [this.mine]) if (channel && channel.readyState === 'open') { channel.send('bye'); channel.close(); } return original.apply(this, args);"),
    probe: 'near.mine = channel; near.close(); return { calls: layer.calls, state: near.signalingState };',
    tells: { calls: 1, state: 'closed' },
  },
  {
    name: 'a createDataChannel() that names its channels',
    ...replaces(prototype, 'createDataChannel', 'const channel = original.apply(this, args); channel.name = args[0]; return channel;'),
    probe: 'near.close(); return { calls: layer.calls, name: channel.name };',
    tells: { calls: 1, name: 'probe' },
  },
  {
    name: 'a send() that counts',
    asksEngine: ['made.send', 'received.send', 'negotiated.send', 'loose.send'],
    ...replaces('RTCDataChannel.prototype', 'send', 'return original.apply(this, args);'),
    probe: "channel.send('one'); near.close(); return { calls: layer.calls };",
    tells: { calls: 1 },
  },
  {
    name: 'an EventTarget.prototype.addEventListener() that wraps what listens',
    ...replaces('EventTarget.prototype', 'addEventListener', 'return original.call(this, args[0], wrapped(args[1]), args[2]);', wraps),
    probe: "const before = layer.calls; channel.addEventListener('open', () => {}); near.close(); return { called: layer.calls > before };",
    tells: { called: true },
  },
  {
    name: "an addEventListener() of channels that calls the one before it",
    ...replaces('RTCDataChannel.prototype', 'addEventListener', 'return original.apply(this, args);'),
    probe: "const before = layer.calls; channel.addEventListener('open', () => {}); near.close(); return { calls: layer.calls - before };",
    tells: { calls: 1 },
  },
  {
    name: 'a subclass under the name of the constructor',
    scripts: [
      `window.layer = { calls: 0, original: RTCPeerConnection };
       window.RTCPeerConnection = class Watched extends layer.original { close() { layer.calls++; super.close(); } };`,
    ],
    leave: 'window.RTCPeerConnection = layer.original;',
    probe: 'near.close(); near.close(); return { calls: layer.calls, name: near.constructor.name, instance: near instanceof RTCPeerConnection };',
    tells: { calls: 2, name: 'Watched', instance: true },
  },
  {
    name: 'a function under the name of the constructor',
    scripts: [
      `window.layer = { calls: 0, original: RTCPeerConnection };
       window.RTCPeerConnection = function (configuration) { layer.calls++; return new layer.original(configuration); };
       window.RTCPeerConnection.prototype = layer.original.prototype;`,
    ],
    leave: 'window.RTCPeerConnection = layer.original;',
    probe: 'near.close(); return { calls: layer.calls, instance: near instanceof RTCPeerConnection };',
    tells: { calls: 2, instance: true },
  },
];
