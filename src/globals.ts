/** The connection constructor under the name that older engines have for it. */
export type PrefixedConstructor = typeof RTCPeerConnection | undefined;

declare global {
  /** Of Chromium below 56 and of what descends from it. */
  var webkitRTCPeerConnection: PrefixedConstructor;
  /** Of Firefox below 44. */
  var mozRTCPeerConnection: PrefixedConstructor;

  interface Window {
    /** Of Chromium below 56 and of what descends from it. */
    webkitRTCPeerConnection?: PrefixedConstructor;
    /** Of Firefox below 44. */
    mozRTCPeerConnection?: PrefixedConstructor;
  }
}
