// A page, or a frame, with connections that it makes, closes and listens to.
window.heard = [];
window.made = {};

window.make = (name) => {
  const near = new RTCPeerConnection();
  const channel = near.createDataChannel(name);
  channel.addEventListener('close', () => window.heard.push(name + ' close listener'));
  channel.onclose = () => window.heard.push(name + ' close handler');
  return (window.made[name] = { near, channel });
};

window.connect = async (name) => {
  const { near, channel } = window.make(name);
  const far = new RTCPeerConnection();
  // Kept: nothing else does, and what is collected is closed.
  window.made[name].far = far;
  const toNear = [];
  // Candidates still come when an end is closed: such a one takes none.
  const give = (to, candidate) => candidate && to.signalingState !== 'closed' && to.addIceCandidate(candidate);
  near.onicecandidate = ({ candidate }) => far.remoteDescription && give(far, candidate);
  far.onicecandidate = ({ candidate }) => candidate && toNear.push(candidate);
  const opened = new Promise((resolve) => (channel.onopen = resolve));
  await near.setLocalDescription();
  await new Promise((resolve) => {
    if (near.iceGatheringState === 'complete') resolve();
    near.onicegatheringstatechange = () => near.iceGatheringState === 'complete' && resolve();
  });
  await far.setRemoteDescription(near.localDescription);
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription);
  far.onicecandidate = ({ candidate }) => give(near, candidate);
  for (const candidate of toNear) await give(near, candidate);
  await opened;
  return { near, far, channel };
};

window.shut = (name) => {
  const outcome = (act) => {
    try {
      return String(act());
    } catch (error) {
      return 'throws ' + error.name;
    }
  };
  const { near, channel } = window.made[name];
  return {
    close: outcome(() => near.close()),
    channel: outcome(() => channel.readyState),
    connection: outcome(() => near.signalingState),
    send: outcome(() => channel.send('late')),
    again: outcome(() => near.close()),
  };
};
