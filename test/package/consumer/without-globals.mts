// Prefixed constructors and the script tags' globals are not declared for those who did not ask for them.
import 'rtc-close-shim';

// @ts-expect-error: needs rtc-close-shim/globals
window.webkitRTCPeerConnection;
// @ts-expect-error: needs rtc-close-shim/globals
mozRTCPeerConnection;
// @ts-expect-error: needs rtc-close-shim/globals
window.rtcCloseShim;
