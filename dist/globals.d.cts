import { check } from './check.cjs';
import { Handle, install } from './fn.cjs';
import { onPeerClosed, peerClosed } from './peer.cjs';
import './shared/clauses.cjs';

/** The connection constructor under the name that older engines have for it. */
type PrefixedConstructor = typeof RTCPeerConnection | undefined;
/** What the script tags `rtc-close-shim.min.js` and `rtc-close-shim.adapter.min.js` leave: the shim that they applied, and `install()` for other windows. */
interface ShimGlobal extends Handle {
    install: typeof install;
}
/** What the script tag `rtc-close-check.min.js` leaves. */
interface CheckGlobal {
    check: typeof check;
}
/** What the script tag `rtc-close-peer.min.js` leaves. */
interface PeerGlobal {
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

export type { CheckGlobal, PeerGlobal, PrefixedConstructor, ShimGlobal };
