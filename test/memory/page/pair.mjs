const LIMIT_MS = 20_000;

/**
 * Connects two new connections with each other, a channel and the given track between them.
 * @param {import('./census.mjs').Census} census
 * @param {MediaStreamTrack} [track]
 * @returns {Promise<{ near: RTCPeerConnection, far: RTCPeerConnection }>}
 */
export async function connectedPair(census, track) {
  const near = census.note('connection', new RTCPeerConnection());
  const far = census.note('connection', new RTCPeerConnection());
  near.onicecandidate = ({ candidate }) => void (candidate && far.signalingState !== 'closed' && far.addIceCandidate(candidate));
  far.onicecandidate = ({ candidate }) => void (candidate && near.signalingState !== 'closed' && near.addIceCandidate(candidate));
  if (track) census.note('transceiver', near.addTransceiver(track));
  far.ontrack = (event) => {
    census.note('transceiver', event.transceiver);
    census.note('received track', event.track).onended = () => void event;
  };
  const channel = census.note('channel', near.createDataChannel('pair'));
  const open = opened(channel, far, census);
  await near.setLocalDescription();
  await far.setRemoteDescription(/** @type {RTCSessionDescription} */ (near.localDescription));
  await far.setLocalDescription();
  await near.setRemoteDescription(/** @type {RTCSessionDescription} */ (far.localDescription));
  await open;
  noteTransports(near, census);
  noteTransports(far, census);
  return { near, far };
}

/**
 * @param {RTCDataChannel} channel
 * @param {RTCPeerConnection} far
 * @param {import('./census.mjs').Census} census
 */
function opened(channel, far, census) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a loopback pair did not connect')), LIMIT_MS);
    far.ondatachannel = (event) => {
      const received = census.note('received channel', event.channel);
      received.onclose = () => void received;
      received.onmessage = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    };
    channel.onopen = () => channel.send('hello');
    channel.onclose = () => void channel;
  });
}

/**
 * @param {RTCPeerConnection} connection
 * @param {import('./census.mjs').Census} census
 */
function noteTransports({ sctp }, census) {
  if (!sctp) return;
  census.note('transport', sctp).onstatechange = () => void sctp;
  census.note('transport', sctp.transport).onstatechange = () => void sctp;
  census.note('transport', sctp.transport.iceTransport).onstatechange = () => void sctp;
}
