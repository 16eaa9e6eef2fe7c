/**
 * What an application does with a connection: connects it, listens in both ways, closes it, and goes on using it. Runs in a
 * realm of its own on another realm's members, so that what a set-up does to that realm's built-ins does not hurt the program.
 */

const { then } = Promise.prototype;
const pass = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for a condition that throws or is false until it is met; false when it is not within the time. */
async function until(condition, milliseconds) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pass(10)) {
    try {
      if (condition()) return true;
    } catch {
      // A getter that throws may be what the set-up is about.
    }
  }
  return false;
}

function describe(value) {
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? 'function' : String(value);
  return Array.isArray(value) ? `list of ${value.length}` : 'object';
}

/** An error by name and, where the engine has it from itself and not from the contract, message. */
function explain(error, message) {
  try {
    return error.name + (message ? ': ' + error.message : '');
  } catch {
    return 'what cannot be read';
  }
}

/** What a call did. */
function outcome(act, message) {
  try {
    return describe(act());
  } catch (error) {
    return 'throws ' + explain(error, message);
  }
}

/** What a call did, or came to. */
async function settled(realm, act) {
  try {
    const promise = act();
    return await new Promise((resolve) => {
      void pass(900).then(() => resolve('never settles'));
      // A page's own realm may have put another kind of promise in place (zone.js).
      (realm === window ? promise.then : then).call(promise, () => resolve('resolves'), (error) => resolve('rejects ' + explain(error)));
    });
  } catch (error) {
    return 'throws ' + explain(error);
  }
}

/**
 * Offer and answer, by callbacks: no promise of the realm is touched. Each goes over when its side has gathered all
 * candidates: an answer ends the gathering of what it bundles, and how many there are (each a call) would be a race.
 */
function negotiate(near, far, waiting) {
  const no = () => {};
  near.createOffer((offer) => {
    near.setLocalDescription(offer, async () => {
      await until(() => waiting.gathered > 0, 5000);
      far.setRemoteDescription(offer, () => {
        far.createAnswer((answer) => {
          far.setLocalDescription(answer, async () => {
            await until(() => waiting.gathered > 1, 5000);
            near.setRemoteDescription(answer, () => near.handOver(), no);
          }, no);
        }, no);
      }, no);
    }, no);
  }, no);
}

function exchangeCandidates(from, to, waiting) {
  from.onicecandidate = ({ candidate }) => {
    if (!candidate) {
      waiting.gathered++;
      return;
    }
    const give = () => to.addIceCandidate(candidate, () => {}, () => {});
    if (waiting.done) give();
    else waiting.push(give);
  };
}

const types = {
  connection: ['signalingstatechange', 'connectionstatechange', 'iceconnectionstatechange', 'icegatheringstatechange', 'negotiationneeded', 'datachannel'],
  channel: ['open', 'message', 'closing', 'error', 'close'],
  track: ['mute', 'unmute', 'ended'],
  sctp: ['statechange'],
};

/**
 * Runs the program in a realm and tells what it saw: `steps` up to `close()` with the engine's messages, then what read,
 * did and fired what; and what the other side's channel fired when its peer, this one, had closed.
 */
export async function closeProgram(realm) {
  const steps = {};
  const step = (name, act) => {
    let value;
    steps[name] = outcome(() => (value = act()), true);
    return value;
  };
  const Connection = realm.RTCPeerConnection;
  const near = step('new', () => new Connection());
  const far = step('new far', () => new Connection());
  if (!near || !far) return { steps };

  const waiting = Object.assign([], { gathered: 0 });
  near.handOver = () => {
    waiting.done = true;
    waiting.forEach((give) => give());
  };
  const channels = {};
  const remote = {};
  const open = new Set();
  const notice = (channel) => {
    if (channel) channel.onopen = () => open.add(channel);
  };
  // By its event, as what the state reads may be what the set-up is about; a received one may be open before it is met.
  const isOpen = (channel) => open.has(channel) || channel.readyState === 'open';
  step('onicecandidate', () => {
    exchangeCandidates(near, far, waiting);
    exchangeCandidates(far, near, waiting);
  });
  step('ondatachannel', () => {
    near.ondatachannel = (event) => notice(step('event.channel', () => (channels.received = event.channel)));
    far.ondatachannel = (event) => step('far event.channel', () => (remote[event.channel.label] = event.channel));
  });
  channels.made = step('createDataChannel', () => near.createDataChannel('made'));
  channels.loose = step('createDataChannel unordered', () => near.createDataChannel('loose', { ordered: false, maxRetransmits: 0 }));
  channels.negotiated = step('createDataChannel negotiated', () => near.createDataChannel('negotiated', { negotiated: true, id: 100 }));
  // Firefox closes a channel that it collects.
  const farMade = [];
  step('far createDataChannel', () => void farMade.push(far.createDataChannel('negotiated', { negotiated: true, id: 100 }), far.createDataChannel('received')));
  Object.values(channels).forEach(notice);
  const transceiver = step('addTransceiver', () => near.addTransceiver('audio'));
  const track = step('track', () => transceiver.receiver.track);
  step('negotiate', () => negotiate(near, far, waiting));
  steps.connected = await until(() => waiting.done && (!channels.made || (remote.made && ['made', 'loose', 'negotiated', 'received'].every((name) => isOpen(channels[name])))), 10_000);
  const sctp = step('sctp', () => near.sctp);

  const heard = [];
  const heardOfPeer = [];
  let phase;
  const hear = (name, kind, target, heard) => types[kind].forEach((type) => {
    step(`listen to ${type} of ${name}`, () => {
      target.addEventListener(type, () => phase && heard.push(`${phase}: ${name} ${type} listener`));
      if ('on' + type in target && type !== 'datachannel') target['on' + type] = () => phase && heard.push(`${phase}: ${name} ${type} handler`);
    });
    step(`stop listening to ${type} of ${name}`, () => {
      const never = () => heard.push(`${name} ${type} removed listener`);
      target.addEventListener(type, never);
      target.removeEventListener(type, never);
    });
  });
  hear('connection', 'connection', near, heard);
  for (const name of ['made', 'loose', 'negotiated', 'received']) hear(name, 'channel', channels[name] || {}, heard);
  hear('track', 'track', track || {}, heard);
  if (sctp) hear('sctp', 'sctp', sctp, heard);
  hear('far made', 'channel', remote.made || {}, heardOfPeer);
  let arrived = false;
  step('far onmessage', () => (remote.made.onmessage = () => (arrived = true)));
  step('send', () => channels.made.send('hello'));
  steps.arrived = Boolean(remote.made) && (await until(() => arrived, 1000));
  // From here to close() no task comes between: this one never opens.
  channels.late = step('createDataChannel late', () => near.createDataChannel('late'));
  hear('late', 'channel', channels.late || {}, heard);
  if (realm.tamper) step('tamper', () => realm.tamper({ near, far, channels, transceiver, track }));

  const pending = settled(realm, () => near.getStats());
  phase = 'inside';
  const closed = outcome(() => near.close(), true);
  phase = 'after';
  const read = () => {
    const states = {};
    for (const name of Object.keys(channels)) states[name] = outcome(() => channels[name].readyState);
    for (const name of ['signalingState', 'connectionState', 'iceConnectionState', 'localDescription', 'remoteDescription', 'sctp']) states[name] = outcome(() => near[name]);
    for (const name of ['getSenders', 'getReceivers', 'getTransceivers', 'getConfiguration']) states[name] = outcome(() => near[name]());
    states.mid = outcome(() => transceiver.mid);
    states.direction = outcome(() => transceiver.direction);
    return states;
  };
  const atOnce = read();
  const calls = {};
  for (const name of Object.keys(channels)) calls[`${name}.send`] = outcome(() => channels[name].send('late'));
  calls['made.close'] = outcome(() => channels.made.close());
  calls.close = outcome(() => near.close());
  calls.createDataChannel = outcome(() => near.createDataChannel('too late'));
  calls.addTransceiver = outcome(() => near.addTransceiver('audio'));
  calls.stop = outcome(() => transceiver.stop());
  const asked = ['createOffer', 'createAnswer', 'getStats'].map(async (name) => {
    calls[name] = await settled(realm, () => near[name]());
  });
  calls['getStats pending'] = await pending;
  await Promise.all(asked);
  await until(() => heard.length >= 12 && heardOfPeer.some((line) => line.endsWith('close handler')), 1500);
  // Nothing more comes.
  await pass(200);
  // At once it may still be live.
  const later = { ...read(), track: outcome(() => track.readyState), 'far made': outcome(() => remote.made.readyState) };
  farMade.length = 0;
  // What is heard from here on is the end of the program.
  const all = { heard: [...heard], heardOfPeer: [...heardOfPeer] };
  try {
    far.close();
  } catch {
    // The set-up's `close()` throws: natively, too.
  }
  return { steps, closed, atOnce, later, calls, ...all };
}
