// Makes of an engine one that gets everything wrong about close() that the tests here look at: none of their subtests may pass in it.
// Runs before a page's scripts. What is made after a close() works until the next one, so that each subtest can begin.
(() => {
  'use strict';
  const known = { connections: new Set(), channels: new Set(), tracks: new Set(), transports: new Set(), others: new Set() };
  const spoiled = new WeakSet();
  const { close, createDataChannel, getTransceivers } = RTCPeerConnection.prototype;

  /** A method of an interface, until its object is spoiled. */
  const method = (made, name, wrong) => {
    const before = made.prototype[name];
    made.prototype[name] = function (...args) {
      return spoiled.has(this) ? wrong() : before.apply(this, args);
    };
  };
  /** An attribute of an interface, until its object is spoiled. */
  const attribute = (made, name, wrong) => {
    const { get, set } = Object.getOwnPropertyDescriptor(made.prototype, name);
    Object.defineProperty(made.prototype, name, { configurable: true, enumerable: true, set, get() { return spoiled.has(this) ? wrong(this) : get.call(this); } });
    return get;
  };

  const isClosed = new WeakSet();
  const stateOf = attribute(RTCPeerConnection, 'signalingState', (connection) => (isClosed.has(connection) ? 'stable' : 'closed'));
  for (const name of ['iceConnectionState', 'connectionState', 'iceGatheringState', 'canTrickleIceCandidates']) attribute(RTCPeerConnection, name, () => 'wrong');
  const sctpOf = attribute(RTCPeerConnection, 'sctp', () => null);
  for (const name of ['localDescription', 'remoteDescription', 'currentLocalDescription', 'currentRemoteDescription', 'pendingLocalDescription', 'pendingRemoteDescription']) {
    attribute(RTCPeerConnection, name, () => ({ sdp: 'wrong' }));
  }
  method(RTCPeerConnection, 'getConfiguration', () => ({}));
  method(RTCPeerConnection, 'getTransceivers', () => []);
  method(RTCPeerConnection, 'getSenders', () => [0]);
  method(RTCPeerConnection, 'getReceivers', () => [0]);
  RTCPeerConnection.prototype.getStats = function () {
    return isClosed.has(this) ? Promise.reject(new DOMException('closed', 'InvalidStateError')) : new Promise(() => {});
  };

  attribute(RTCDataChannel, 'readyState', () => 'open');
  attribute(RTCDataChannel, 'bufferedAmount', () => -1);
  method(RTCDataChannel, 'send', () => undefined);
  method(RTCDataChannel, 'close', () => null);
  for (const name of ['direction', 'currentDirection', 'mid']) attribute(RTCRtpTransceiver, name, () => 'wrong');
  attribute(RTCRtpSender, 'track', () => null);
  attribute(RTCRtpReceiver, 'track', () => null);
  attribute(MediaStreamTrack, 'readyState', () => 'wrong');
  for (const made of [RTCSctpTransport, RTCDtlsTransport, RTCIceTransport]) attribute(made, 'state', () => 'wrong');

  // Firefox's tracks let no listener hear what a script dispatches that has not asked for it, by an argument of Firefox's own.
  const { addEventListener } = EventTarget.prototype;
  MediaStreamTrack.prototype.addEventListener = function (type, listener, options) {
    addEventListener.call(this, type, listener, options, true);
  };

  RTCPeerConnection.prototype.createDataChannel = function (...args) {
    const channel = createDataChannel.apply(this, args);
    if (!known.connections.has(this)) this.addEventListener('datachannel', ({ channel }) => channel && known.channels.add(channel));
    known.connections.add(this);
    known.channels.add(channel);
    return channel;
  };

  /** Takes in what a connection has by now. */
  function meet(connection) {
    known.connections.add(connection);
    for (const transceiver of getTransceivers.call(connection)) {
      const { sender, receiver } = transceiver;
      known.others.add(transceiver).add(sender).add(receiver);
      for (const { track } of [sender, receiver]) if (track) known.tracks.add(track);
      if (sender.transport) known.transports.add(sender.transport).add(sender.transport.iceTransport);
    }
    const sctp = sctpOf.call(connection);
    if (sctp) known.transports.add(sctp).add(sctp.transport).add(sctp.transport.iceTransport);
  }

  const TYPES = {
    channels: ['open', 'message', 'error', 'closing', 'close'],
    tracks: ['mute', 'unmute', 'ended'],
    transports: ['statechange', 'gatheringstatechange', 'selectedcandidatepairchange'],
    connections: ['signalingstatechange', 'iceconnectionstatechange', 'connectionstatechange', 'icegatheringstatechange', 'icecandidate', 'negotiationneeded', 'track', 'datachannel'],
  };
  let isFiring = false;
  function fireAll(all) {
    if (isFiring) return;
    isFiring = true;
    for (const [kind, types] of Object.entries(TYPES)) for (const target of all[kind]) for (const type of types) target.dispatchEvent(new Event(type));
    isFiring = false;
  }

  RTCPeerConnection.prototype.close = function () {
    // A later call spoils nothing more: it may come from a listener of a subtest that is over.
    if (stateOf.call(this) !== 'closed') {
      for (const connection of known.connections) if (stateOf.call(connection) !== 'closed') meet(connection);
      meet(this);
      for (const objects of Object.values(known)) for (const object of objects) spoiled.add(object);
    }
    close.call(this);
    isClosed.add(this);
    const all = Object.fromEntries(Object.entries(known).map(([kind, objects]) => [kind, [...objects].filter((object) => spoiled.has(object))]));
    fireAll(all);
    setTimeout(() => fireAll(all), 50);
    return null;
  };
})();
