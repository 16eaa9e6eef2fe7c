const $ = (selector) => document.querySelector(selector);
let connections = {};

function say(name, text) {
  const line = document.createElement('li');
  line.textContent = text;
  $(`#${name} ol`).append(line);
}

function note(what, value) {
  const row = $('tbody').insertRow();
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = what;
  row.append(head);
  row.insertCell().textContent = value;
}

function enable(name, isEnabled) {
  for (const element of $(`#${name} form`).elements) element.disabled = !isEnabled;
}

const gathered = (pc) =>
  new Promise((resolve) => {
    pc.onicegatheringstatechange = () => pc.iceGatheringState === 'complete' && resolve();
  });

/** Connects two connections of this page. Over a network, a signalling server carries the two descriptions. */
async function connect(ann, bob) {
  const channel = ann.createDataChannel('chat');
  const received = new Promise((resolve) => {
    bob.ondatachannel = (event) => resolve(event.channel);
  });
  const offerGathered = gathered(ann);
  await ann.setLocalDescription(await ann.createOffer());
  await offerGathered;
  await bob.setRemoteDescription(ann.localDescription);
  const answerGathered = gathered(bob);
  await bob.setLocalDescription(await bob.createAnswer());
  await answerGathered;
  await ann.setRemoteDescription(bob.localDescription);
  const channels = { ann: channel, bob: await received };
  for (const each of Object.values(channels)) {
    if (each.readyState !== 'open') await new Promise((resolve) => (each.onopen = resolve));
  }
  return channels;
}

/** Closes one side, and shows what its channel says from then on. */
function hangUp(pc, channel) {
  const events = [];
  for (const type of ['closing', 'error', 'close']) {
    channel.addEventListener(type, () => events.push(`${type} (reads "${channel.readyState}")`));
  }

  pc.close();

  note('readyState, at once', channel.readyState);
  try {
    channel.send('one more thing');
    note('send(), at once', 'nothing: the message is lost');
  } catch (error) {
    note('send(), at once', error.name);
  }
  // Long after the last of them.
  setTimeout(() => {
    if (!Object.values(connections).includes(pc)) return; // A new chat has begun.
    note('events', events.join(', ') || 'none');
    $('#state').textContent = 'closed';
  }, 1000);
}

async function start() {
  for (const pc of Object.values(connections)) pc.close();
  $('#state').textContent = 'connecting';
  $('tbody').textContent = '';
  // A page that always wants the shim needs none of this: the script tag has applied it.
  if ($('#shimmed').checked) rtcCloseShim.install();
  else rtcCloseShim.uninstall();

  connections = { ann: new RTCPeerConnection(), bob: new RTCPeerConnection() };
  const channels = await connect(connections.ann, connections.bob);
  for (const name of ['ann', 'bob']) {
    const channel = channels[name];
    $(`#${name} ol`).textContent = '';
    channel.onmessage = ({ data }) => say(name, `← ${data}`);
    channel.onclose = () => {
      say(name, 'the chat is closed');
      enable(name, false);
    };
    $(`#${name} form`).onsubmit = (event) => {
      event.preventDefault();
      const { value } = event.target.elements.text;
      channel.send(value);
      say(name, `→ ${value}`);
    };
    $(`#${name} .hang-up`).onclick = () => {
      $('#state').textContent = 'closing';
      enable(name, false);
      hangUp(connections[name], channel);
    };
    enable(name, true);
  }
  $('#state').textContent = 'connected';
}

$('#start').onclick = start;
start();
