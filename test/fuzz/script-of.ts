import type { Act, ChannelRef, Command, Form, Pause, Place, Program } from './program';

const indent = (lines: string[]) => lines.map((line) => `  ${line}`);

const channel = ({ slot, far }: ChannelRef) => `ch(${[slot, ...(far ? ['far'] : [])].map((each) => `'${each}'`).join(', ')})`;

function target(place: Place): string {
  if (place.at === 'channel') return channel(place);
  const pc = `pc(${place.on})`;
  const dtls = `(${pc}.sctp?.transport ?? ${pc}.getTransceivers()[0]?.receiver.transport)`;
  return { connection: pc, sctp: `${pc}.sctp`, dtls, ice: `${dtls}?.iceTransport`, received: `${pc}.getTransceivers()[${(place as { nth: number }).nth}]?.receiver.track` }[place.at];
}

const calls: Record<string, (pc: string, nth: number) => string> = {
  createDataChannel: (pc, nth) => `${pc}.createDataChannel('called ${nth}')`,
  setRemoteDescription: (pc) => `${pc}.setRemoteDescription({ type: 'offer', sdp: 'v=0\\r\\no=- 0 0 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\n' })`,
  rollback: (pc) => `${pc}.setLocalDescription({ type: 'rollback' })`,
  addIceCandidate: (pc) => `${pc}.addIceCandidate({ candidate: 'candidate:1 1 udp 2113937151 127.0.0.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 })`,
  addTrack: (pc) => `${pc}.addTrack(track('video'))`,
  addTransceiver: (pc) => `${pc}.addTransceiver('audio')`,
  setConfiguration: (pc) => `${pc}.setConfiguration(${pc}.getConfiguration())`,
  removeTrack: (pc, nth) => `${pc}.removeTrack(${pc}.getTransceivers()[${nth}]?.sender)`,
  stop: (pc, nth) => `${pc}.getTransceivers()[${nth}]?.stop()`,
  direction: (pc, nth) => `Object.assign(${pc}.getTransceivers()[${nth}] ?? {}, { direction: 'inactive' })`,
  replaceTrack: (pc, nth) => `${pc}.getTransceivers()[${nth}]?.sender.replaceTrack(null)`,
  setParameters: (pc, nth) => `((s) => s?.setParameters(s.getParameters()))(${pc}.getTransceivers()[${nth}]?.sender)`,
};

const data = { text: `'text'`, bytes: 'new Uint8Array(10)', much: `'much '.repeat(20000)` };

const inits = { plain: '', unordered: ', { ordered: false }', retransmits: ', { maxRetransmits: 1 }', lifetime: ', { maxPacketLifeTime: 50 }', negotiated: ', { negotiated: true, id: 100 }' };

function listening({ slot, to, type, form, again, then }: Command & { do: 'listen' }): string[] {
  const made = form.via === 'listener' && form.object ? `{ handleEvent: heard('${slot}', act) }` : `heard('${slot}', act)`;
  const acts = then.flatMap(lines);
  const body = acts.length ? ['((act) =>', ...indent([`listen('${slot}', ${target(to)}, '${type}', ${how(form)}, ${again ? `L.${slot} ?? ` : ''}${made})`]), ')((event) => {', ...indent(acts), '});'] : undefined;
  return body ?? [`listen('${slot}', ${target(to)}, '${type}', ${how(form)}, ${again ? `L.${slot} ?? ` : ''}${made.replace(', act', '')});`];
}

function how(form: Form): string {
  if (form.via !== 'listener') return `'${form.via}'`;
  const { capture, once, passive, signal } = form;
  const names = Object.entries({ capture, once, passive }).filter(([, is]) => is).map(([name]) => `${name}: true`);
  return `{ ${[...names, ...(signal ? ['signal: true'] : [])].join(', ')} }`.replace('{  }', '{}');
}

/** The lines of JavaScript that do what a command does. */
function lines(command: Act | Pause): string[] {
  switch (command.do) {
    case 'channel':
      return [`make('${command.slot}', ${command.on}${inits[command.mode]});`];
    case 'negotiate':
      return [`negotiate(${command.on}).catch(() => {});`];
    case 'media':
      if (command.by === 'transceiver') return [`tell('addTransceiver()', () => pc(${command.on}).addTransceiver('${command.kind}'));`];
      if (command.by === 'track') return [`tell('addTrack()', () => pc(${command.on}).addTrack(track('${command.kind}')));`];
      return [`tell('addTrack()', () => pc(${command.on}).addTrack(pc(${command.on ^ 1}).getTransceivers()[0]?.receiver.track ?? track('${command.kind}')));`];
    case 'call': {
      const call = calls[command.what] ?? ((pc: string) => `${pc}.${command.what}()`);
      return [`tell('pc(${command.on}).${command.what}()', () => ${call(`pc(${command.on})`, command.nth)});`];
    }
    case 'stop-received':
      return [`${target({ at: 'received', ...command })}?.stop();`];
    case 'send':
      return [`tell('send()', () => ${channel(command.to)}?.send(${data[command.what]}));`];
    case 'send-many':
      return [`for (let i = 0; i < 5; i++) tell('send()', () => ${channel(command.to)}?.send(String(i)));`];
    case 'close-channel':
      return [`${channel(command.to)}?.close();`];
    case 'close':
      return [`close(${command.on});`];
    case 'listen':
      return listening(command);
    case 'unlisten':
      return [`unlisten('${command.slot}');`];
    case 'abort':
      return [`L.${command.slot}?.controller?.abort();`];
    case 'dispatch':
      return [`${target(command.to)}?.dispatchEvent(new Event('${command.type}'));`];
    case 'install':
      return [`shim ??= rtcCloseShim.install(window, ${JSON.stringify(command.options)});`];
    case 'uninstall':
      return [`shim = shim?.uninstall() && undefined;`];
    case 'lay':
      return [`lay(${target(command.to)}, '${command.member}', ${!!command.onPrototype});`];
    case 'ask':
      return [`tell('pc(${command.on}).${command.member}(${command.given})', () => pc(${command.on}).${command.member}(${{ nothing: '', 'a number': '5', null: 'null', 'a function': '() => {}', 'a track': "track('audio')" }[command.given]}));`];
    case 'occupy':
      return [`for (const end = Date.now() + ${command.ms}; Date.now() < end; );`];
    case 'stop-event':
      return ['event.stopImmediatePropagation();'];
    case 'throw':
      return [`throw new Error('a listener that throws');`];
    case 'wait-open':
      return ['await opened();'];
    case 'wait':
      return [{ microtask: 'await null;', task: 'await task();' }[command.for as string] ?? `await ms(${command.for});`];
  }
}

// What the lines are written with, each as little as it needs.
const WITH = `
const P = {}, C = {}, S = {}, L = {}, waiting = {};
let count = 0;
const say = (...what) => console.log(performance.now().toFixed(0), ...what);
const meet = (on, channel) => void (C[on + channel.label] = channel);
const give = (to, candidate) => (pc(to).remoteDescription ? pc(to).addIceCandidate(candidate).catch(() => {}) : (waiting[to] ??= []).push(candidate));
const pc = (on) => P[on] ?? connect(on);
const connect = (on) => {
  P[on] = new RTCPeerConnection();
  const listen = EventTarget.prototype.addEventListener.bind(P[on]);
  listen('icecandidate', ({ candidate }) => candidate && give(on ^ 1, candidate));
  listen('datachannel', ({ channel }) => channel && meet(on, channel));
  return P[on];
};
const make = (slot, on, init) => {
  const label = slot + count++;
  for (const side of init?.negotiated ? [on, on ^ 1] : [on]) if (pc(side).signalingState !== 'closed') meet(side, pc(side).createDataChannel(label, init && { ...init, ...(init.negotiated && { id: 100 + count }) }));
  S[slot] = { on, label };
};
const ch = (slot, far) => S[slot] && C[(far ? S[slot].on ^ 1 : S[slot].on) + S[slot].label];
const take = async (to, description) => {
  await pc(to).setRemoteDescription(description);
  for (const candidate of (waiting[to] ?? []).splice(0)) give(to, candidate);
};
const negotiate = async (on) => {
  await pc(on).setLocalDescription();
  await take(on ^ 1, pc(on).localDescription);
  await pc(on ^ 1).setLocalDescription();
  await take(on, pc(on ^ 1).localDescription);
};
const track = (kind) => kind === 'audio' ? new AudioContext().createMediaStreamDestination().stream.getTracks()[0] : ((canvas) => (canvas.getContext('2d'), canvas.captureStream(5).getTracks()[0]))(document.createElement('canvas'));
const heard = (slot, act) => (event) => {
  const { readyState, state, signalingState } = event.currentTarget;
  say(slot, 'hears', event.isTrusted ? 'the engine:' : 'a script:', event.type, event.currentTarget.label ?? event.currentTarget, readyState ?? state ?? signalingState);
  act?.(event);
};
const listen = (slot, target, type, how, listener) => {
  if (!target) return;
  const controller = how.signal && (L[slot]?.controller ?? new AbortController());
  if (how === 'handler') target['on' + type] = listener;
  else if (how === 'when') target.when?.(type).subscribe(listener);
  else if (how === 'taken') EventTarget.prototype.addEventListener.call(target, type, listener);
  else target.addEventListener(type, listener, { ...how, ...(controller && { signal: controller.signal }) });
  L[slot] = Object.assign(listener, { controller, off: () => how === 'handler' ? (target['on' + type] = null) : target.removeEventListener(type, listener, how.capture) });
};
const lay = (object, name, onPrototype) => {
  let at = object;
  while (at && !Object.getOwnPropertyDescriptor(at, name)) at = Object.getPrototypeOf(at);
  if (!at) return;
  const { value, get, set } = Object.getOwnPropertyDescriptor(at, name);
  const ran = () => say('own code runs:', name);
  Object.defineProperty(onPrototype ? Object.getPrototypeOf(object) : object, name, { configurable: true, ...(get ? { set, get() { ran(); return get.call(this); } } : { writable: true, value() { ran(); return value.apply(this, arguments); } }) });
};
const unlisten = (slot) => L[slot]?.off();
const close = (on) => {
  say('close', on);
  pc(on).close();
  say('closed', on, pc(on).signalingState, Object.values(C).map(({ label, readyState }) => label + ' ' + readyState).join());
};
const tell = (name, call) => {
  try {
    const value = call();
    value?.then?.(() => say(name, 'resolves'), (error) => say(name, 'rejects', error.name));
    if (!value?.then) say(name, 'returns', value);
  } catch (error) {
    say(name, 'throws', error.name);
  }
};
const ms = (time) => new Promise((done) => setTimeout(done, time));
const task = () => new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
const opened = async () => { for (let i = 0; i < 120 && !Object.values(C).some(({ readyState }) => readyState === 'open'); i++) await ms(5); };
`.trim();

/** A program as a script that can be pasted into the console of a page with the shim's script tag. */
export function scriptOf({ native, subclass, commands }: Program): string {
  const uses = [native ? 'rtcCloseShim.uninstall();\nlet shim;' : 'let shim = rtcCloseShim;'];
  if (subclass) uses.push('RTCPeerConnection = class extends RTCPeerConnection { getSenders() { say(\'own code runs\'); return super.getSenders(); } };');
  const end = ['// All that is left open is closed, and watched.', 'for (const on in P) if (P[on].signalingState !== \'closed\') close(on);', 'await ms(350);'];
  return ['(async () => {', ...indent([...uses.join('\n').split('\n'), ...WITH.split('\n'), '', ...commands.flatMap(lines), ...end]), '})();', ''].join('\n');
}
