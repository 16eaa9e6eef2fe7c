import type { check } from './check';
import type { Handle, install } from './fn';
import type { onPeerClosed, peerClosed } from './peer';

/** The connection constructor under the name that older engines have for it. */
export type PrefixedConstructor = typeof RTCPeerConnection | undefined;

/** What the script tags `rtc-close-shim.min.js` and `rtc-close-shim.adapter.min.js` leave: the shim that they applied, and `install()` for other windows. */
export interface ShimGlobal extends Handle {
  install: typeof install;
}

/** What the script tag `rtc-close-check.min.js` leaves. */
export interface CheckGlobal {
  check: typeof check;
}

/** What the script tag `rtc-close-peer.min.js` leaves. */
export interface PeerGlobal {
  onPeerClosed: typeof onPeerClosed;
  peerClosed: typeof peerClosed;
}

declare global {
  /** Of Chromium below 56 and of what descends from it. */
  var webkitRTCPeerConnection: PrefixedConstructor;
  /** Of Firefox below 44. */
  var mozRTCPeerConnection: PrefixedConstructor;
  /** Where the script tag is. */
  var rtcCloseShim: ShimGlobal | undefined;
  /** Where the script tag is. */
  var rtcCloseCheck: CheckGlobal | undefined;
  /** Where the script tag is. */
  var rtcClosePeer: PeerGlobal | undefined;

  interface Window {
    /** Of Chromium below 56 and of what descends from it. */
    webkitRTCPeerConnection?: PrefixedConstructor;
    /** Of Firefox below 44. */
    mozRTCPeerConnection?: PrefixedConstructor;
    /** Where the script tag is. */
    rtcCloseShim?: ShimGlobal;
    /** Where the script tag is. */
    rtcCloseCheck?: CheckGlobal;
    /** Where the script tag is. */
    rtcClosePeer?: PeerGlobal;
  }
}
