// In each frame: real loopback connections of this realm, and waiting for what they become, never for time.
(function () {
  'use strict';

  const LONGEST_MS = 20_000;

  /**
   * Resolves when each target has fired `type` or `isThere` says that it need not; rejects when that takes too long.
   * @param {EventTarget[]} targets
   * @param {string} type
   * @param {(target: any) => boolean} isThere
   */
  function all(targets, type, isThere) {
    const waiting = new Set(targets.filter((target) => !isThere(target)));
    if (waiting.size === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${waiting.size} of ${targets.length} never came to fire ${type}`)), LONGEST_MS);
      for (const target of waiting) {
        target.addEventListener(type, function check() {
          if (!isThere(target)) return;
          target.removeEventListener(type, check);
          waiting.delete(target);
          if (waiting.size > 0) return;
          clearTimeout(timer);
          resolve(undefined);
        });
      }
    });
  }

  /**
   * One offer and one answer; candidates go over as they come.
   * @param {RTCPeerConnection} caller
   * @param {RTCPeerConnection} callee
   */
  async function negotiate(caller, callee) {
    caller.onicecandidate = ({ candidate }) => void (candidate && callee.signalingState !== 'closed' && callee.addIceCandidate(candidate));
    callee.onicecandidate = ({ candidate }) => void (candidate && caller.signalingState !== 'closed' && caller.addIceCandidate(candidate));
    const offer = await caller.createOffer();
    // Set there first: the caller's candidates find a remote description.
    await callee.setRemoteDescription(offer);
    await caller.setLocalDescription(offer);
    const answer = await callee.createAnswer();
    await caller.setRemoteDescription(answer);
    await callee.setLocalDescription(answer);
  }

  /**
   * A connected pair with `count` channels that are open on both sides.
   * @param {number} count
   */
  async function openPair(count) {
    const [caller, callee] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const channels = [caller, callee].map((connection) => Array.from({ length: count }, (_, id) => connection.createDataChannel('', { negotiated: true, id })));
    await negotiate(caller, callee);
    await all(channels.flat(), 'open', (channel) => channel.readyState === 'open');
    return { connections: [caller, callee], channels: channels.flat() };
  }

  /**
   * @param {number} pairs
   * @param {number} count
   */
  async function openPairs(pairs, count) {
    const made = await Promise.all(Array.from({ length: pairs }, () => openPair(count)));
    return { connections: made.flatMap(({ connections }) => connections), channels: made.flatMap(({ channels }) => channels) };
  }

  window.bench = { connections: { all, negotiate, openPair, openPairs } };
})();
