/** What is no connection, no channel, no track: by the kind of thing it is. */
const strangers = ['undefined', 'null', '1', '"text"', 'Symbol.iterator', '{}', '[]', 'window', 'document', 'new EventTarget()', 'Object.create(RTCPeerConnection.prototype)', 'new Proxy(pc, {})', 'new Proxy(channel, {})', 'RTCPeerConnection.prototype', 'RTCDataChannel.prototype'];

const connection = 'RTCPeerConnection.prototype';
const setterOf = (owner: string, name: string) => `Object.getOwnPropertyDescriptor(${owner}, '${name}').set`;
/** What the shim patches, each with arguments that the engine takes. */
const called: [callee: string, args: string][] = [
  [`${connection}.close`, ''],
  [`${connection}.createDataChannel`, ', "label"'],
  [`${connection}.getStats`, ''],
  [`${connection}.getStats`, ', null'],
  [`${connection}.addEventListener`, ', "signalingstatechange", noop'],
  ['RTCDataChannel.prototype.addEventListener', ', "close", noop'],
  ['RTCDataChannel.prototype.addEventListener', ', "message", noop'],
  ['MediaStreamTrack.prototype.addEventListener', ', "ended", noop'],
  [setterOf('RTCDataChannel.prototype', 'onclose'), ', noop'],
  [setterOf('RTCDataChannel.prototype', 'onmessage'), ', null'],
  ['Object.getOwnPropertyDescriptor(RTCDataChannelEvent.prototype, "channel").get', ''],
];

/** Calls that are wrong in another way. */
const misused = [
  'pc.createDataChannel()',
  'pc.createDataChannel("", { id: 100000 })',
  'pc.createDataChannel("", { negotiated: true })',
  'pc.createDataChannel({ toString() { throw new TypeError("of the page"); } })',
  'pc.createDataChannel("", { get ordered() { throw new TypeError("of the page"); } })',
  'channel.addEventListener()',
  'channel.addEventListener("close")',
  'channel.addEventListener("close", 1)',
  'channel.addEventListener("close", null)',
  'channel.addEventListener("close", {})',
  'channel.addEventListener("message", noop, { get capture() { throw new TypeError("of the page"); } })',
  'channel.addEventListener({ toString() { throw new TypeError("of the page"); } }, noop)',
  'channel.addEventListener(Symbol.iterator, noop)',
  'channel.addEventListener("close", noop, { signal: 1 })',
  'track.addEventListener("ended")',
  'pc.getStats({})',
  'new pc.close()',
  'new RTCPeerConnection.prototype.createDataChannel("")',
  'new (Object.getOwnPropertyDescriptor(RTCDataChannelEvent.prototype, "channel").get)()',
  'RTCPeerConnection()',
  'new RTCPeerConnection(1)',
  'new RTCDataChannelEvent("datachannel")',
  'new RTCDataChannelEvent("datachannel", { channel: {} })',
  'RTCPeerConnection.prototype.close()',
  'RTCDataChannel.prototype.onclose = noop',
  'RTCDataChannelEvent.prototype.channel',
  'new RTCDataChannelEvent("datachannel", { channel }).channel === channel',
  'close.call(pc)',
];

/** Expressions that are to throw, reject or return the same with the shim as without; `pc`, `channel`, `track` and `noop` are there. */
export const expressions = [...called.flatMap(([callee, args]) => strangers.map((stranger) => `${callee}.call(${stranger}${args})`)), ...misused];
