import type { Global } from './global-object';

/** The connection constructor, prefixed or not. */
export interface ConnectionConstructor {
  prototype: RTCPeerConnection;
}

const names = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection'];

/** The engine's connection constructor, if it has one. */
export function findConnection(global: Global): ConnectionConstructor | undefined {
  // A page's own `RTCPeerConnection` may be no more than a function that calls the prefixed one (webrtc-adapter of 2014).
  for (let i = 0; i < names.length; i++) {
    const named = global[names[i]!] as ConnectionConstructor | undefined;
    if (named && named.prototype && 'close' in named.prototype) return named;
  }
  return undefined;
}
