/** Connects to a second connection that sends back what it gets; over a network, a signalling server carries what is handed over here. */
export function connect(pc: RTCPeerConnection): RTCPeerConnection {
  const echo = new RTCPeerConnection();
  echo.ondatachannel = ({ channel }) => {
    channel.onmessage = ({ data }) => channel.send(data as string);
  };
  void negotiate(pc, echo);
  return echo;
}

async function negotiate(from: RTCPeerConnection, to: RTCPeerConnection): Promise<void> {
  try {
    await from.setLocalDescription();
    await gathered(from);
    await to.setRemoteDescription(from.localDescription!);
    await to.setLocalDescription();
    await gathered(to);
    await from.setRemoteDescription(to.localDescription!);
  } catch (error) {
    // The view was left while the call was being set up: in every browser, a closed connection refuses with this.
    if ((error as Error).name !== 'InvalidStateError') throw error;
  }
}

async function gathered(pc: RTCPeerConnection): Promise<void> {
  while (pc.iceGatheringState !== 'complete') {
    await new Promise((resolve) => pc.addEventListener('icegatheringstatechange', resolve, { once: true }));
  }
}
