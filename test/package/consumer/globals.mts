// Prefixed constructors and the script tags' globals, for those who ask for them.
import type * as Check from 'rtc-close-shim/check';
import { type Handle } from 'rtc-close-shim/fn';
import { type CheckGlobal, type PeerGlobal, type PrefixedConstructor, type ShimGlobal } from 'rtc-close-shim/globals';
import type * as Peer from 'rtc-close-shim/peer';

const constructors: PrefixedConstructor[] = [window.webkitRTCPeerConnection, globalThis.mozRTCPeerConnection, document.defaultView?.mozRTCPeerConnection];
const Connection: typeof RTCPeerConnection = webkitRTCPeerConnection ?? RTCPeerConnection;
new Connection().close();


const shim: ShimGlobal | undefined = window.rtcCloseShim ?? rtcCloseShim;
const elsewhere: Handle | undefined = shim?.install(window, { channelClose: 'silent' });
window.rtcCloseShim?.report().filter(({ decision }) => decision === 'applied');
const checked: Promise<Check.CheckResult> | undefined = window.rtcCloseCheck?.check();
const peer: Promise<Peer.PeerNews> | undefined = globalThis.rtcClosePeer?.peerClosed(new Connection());
// @ts-expect-error: without the script tag it is not there
rtcCloseShim.uninstall();

// They have what the modules have; the `default` is TypeScript's, under the old resolution.
type Functions<Module> = { [Name in Exclude<keyof Module, 'default'>]: Module[Name] };
const checks: Functions<typeof Check> | undefined = undefined as CheckGlobal | undefined;
const peers: Functions<typeof Peer> | undefined = undefined as PeerGlobal | undefined;

export { checked, checks, constructors, elsewhere, peer, peers };
