/** Whether ICE has something to show for its checks: what is asked for earlier is not there yet. */
export function isPastChecks({ iceConnectionState }: RTCPeerConnection): boolean {
  return iceConnectionState !== 'new' && iceConnectionState !== 'checking';
}
