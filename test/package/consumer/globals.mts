// Prefixed constructors, for those who ask for them.
import { type PrefixedConstructor } from 'rtc-close-shim/globals';

const constructors: PrefixedConstructor[] = [window.webkitRTCPeerConnection, globalThis.mozRTCPeerConnection, document.defaultView?.mozRTCPeerConnection];
const Connection: typeof RTCPeerConnection = webkitRTCPeerConnection ?? RTCPeerConnection;
new Connection().close();

export { constructors };
