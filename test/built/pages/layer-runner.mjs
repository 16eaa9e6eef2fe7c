import { closeProgram } from './close-program.mjs';

const pass = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(condition, milliseconds = 5000) {
  for (const end = Date.now() + milliseconds; !condition() && Date.now() < end; await pass(10));
}

window.closeProgram = closeProgram;

/** Connects a pair, by promises as applications do, and hands it to the code of a layer's probe. */
window.probeLayer = async (code) => {
  // What was counted so far was another's.
  if (window.layer) window.layer.calls = 0;
  if (window.trace) window.trace.length = 0;
  const near = new RTCPeerConnection();
  const far = new RTCPeerConnection();
  let theirs;
  far.addEventListener('datachannel', (event) => (theirs = event.channel));
  near.addEventListener('icecandidate', ({ candidate }) => candidate && far.signalingState !== 'closed' && far.addIceCandidate(candidate));
  const waiting = [];
  far.addEventListener('icecandidate', ({ candidate }) => candidate && waiting.push(candidate));
  const channel = near.createDataChannel('probe');
  const offer = await near.createOffer();
  await near.setLocalDescription(offer);
  await far.setRemoteDescription(offer);
  const answer = await far.createAnswer();
  await far.setLocalDescription(answer);
  await near.setRemoteDescription(answer);
  await until(() => {
    for (const candidate of waiting.splice(0)) if (near.signalingState !== 'closed') void near.addIceCandidate(candidate);
    return theirs && theirs.readyState === 'open' && channel.readyState === 'open';
  });
  const AsyncFunction = (async () => {}).constructor;
  const told = await new AsyncFunction('near', 'far', 'channel', 'theirs', 'until', code)(near, far, channel, theirs, until);
  far.close();
  return told;
};

/** What the program and the probe see, and what is said. */
window.look = async (probe) => {
  const seen = await closeProgram(window);
  const told = await window.probeLayer(probe);
  return { seen, told, said: window.said };
};

/** The same when the shim has gone again. */
window.lookWithout = (probe) => {
  window.rtcCloseShim.uninstall();
  return window.look(probe);
};

/** The layer (by its code) and the shim leave in turn: whether all is native then. */
window.leave = async (code, who) => {
  for (const one of who) {
    if (one === 'shim') window.rtcCloseShim.uninstall();
    else (0, eval)(code);
  }
  // What had covered the shim's patch put it back: a pass-through, that can be taken away now.
  const uninstalled = window.rtcCloseShim.uninstall();
  return { uninstalled, native: RTCPeerConnection.prototype.close === window.nativeClose, said: window.said };
};

/** How many close events a closed channel fires, to a listener and to a handler. */
window.countCloses = async () => {
  const connection = new RTCPeerConnection();
  const channel = connection.createDataChannel('');
  let listener = 0;
  let handler = 0;
  channel.addEventListener('close', () => listener++);
  channel.onclose = () => handler++;
  connection.close();
  const atOnce = channel.readyState;
  await until(() => listener, 1000);
  // Nothing more comes.
  await pass(200);
  return { atOnce, listener, handler };
};

/** What the program sees where there are copies of the shim, how often channels close, and what the copies' handles are. */
window.lookAtCopies = async () => {
  const seen = await closeProgram(window);
  const closes = await window.countCloses();
  const handles = window.copies.map((handle) => ({ version: handle.version, report: handle.report() }));
  return { seen, closes, handles, said: window.said };
};

/** The copies are uninstalled in turn: whether each call, and the page after it, says that all is native. */
window.leaveInTurn = async (order) => {
  const left = order.map((i) => [window.copies[i].uninstall(), RTCPeerConnection.prototype.close === window.nativeClose]);
  const { atOnce } = await window.countCloses();
  return { left, atOnce, said: window.said };
};

/** The copy that was uninstalled first ends what the other has installed, and the other what it installs again: whether each reports, and whether all is native. */
window.endByTheFirst = async () => {
  const [first, second] = window.copies;
  const look = () => [first.report().length > 0, second.report().length > 0, RTCPeerConnection.prototype.close === window.nativeClose];
  const looks = [look()];
  const ended = [first.uninstall()];
  looks.push(look());
  first.install();
  looks.push(look());
  ended.push(second.uninstall());
  looks.push(look());
  const { atOnce } = await window.countCloses();
  return { looks, ended, atOnce, said: window.said };
};
