import { closeProgram } from './close-program.mjs';

/** The interfaces on whose prototypes a half install would be seen. */
const interfaces = ['RTCPeerConnection', 'RTCDataChannel', 'RTCDataChannelEvent', 'MediaStreamTrack', 'RTCRtpTransceiver', 'RTCSctpTransport', 'RTCDtlsTransport', 'RTCIceTransport'];
const levels = ['log', 'info', 'warn', 'error', 'group', 'groupCollapsed', 'trace', 'dir', 'table', 'assert', 'debug'];

const text = async (address) => (await fetch(address)).text();
const script = (realm, code) => {
  const element = realm.document.createElement('script');
  element.textContent = code;
  realm.document.head.append(element);
};

/** A fresh realm whose errors and words are noted. */
async function openRealm(said) {
  const frame = document.createElement('iframe');
  frame.src = '/frame.html';
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  const realm = frame.contentWindow;
  realm.addEventListener('error', (event) => said.push('error: ' + event.message));
  realm.addEventListener('unhandledrejection', () => said.push('rejection'));
  for (const level of levels) realm.console[level] = (...words) => said.push(`${level}: ${words.map((word) => typeof word).join()}`);
  return { realm, remove: () => frame.remove() };
}

/** The members of what may be patched. */
function membersOf(realm) {
  const members = {};
  for (const name of interfaces) {
    let prototype;
    try {
      ({ prototype } = realm[name]);
    } catch {
      // The set-up took it away.
    }
    if (!prototype) continue;
    for (const key of Reflect.ownKeys(prototype)) {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(prototype, key);
      members[`${name}.${String(key)}`] = [value, get, set];
    }
  }
  return members;
}

/** Which members are others than they were. */
function changed(before, after) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !before[name] || !after[name] || before[name].some((part, i) => part !== after[name][i]));
}

const attempt = (act) => {
  try {
    return act();
  } catch (error) {
    return 'throws ' + error;
  }
};

/** The lines of a report, without a method of the list: they look at what the realm's arrays are made by. */
function copy(lines) {
  const copied = [];
  for (let i = 0; i < lines.length; i++) copied[i] = { decision: lines[i].decision, because: lines[i].because };
  return copied;
}

/** Sets one realm up, with or without the shim, runs the program in it and tells all that was seen. */
async function run({ when, code, scripts = [] }, shim) {
  const said = [];
  const { realm, remove } = await openRealm(said);
  try {
    const setUp = async () => {
      for (const address of scripts) script(realm, await text(address));
      script(realm, code);
    };
    if (when === 'before') await setUp();
    const before = membersOf(realm);
    if (shim) script(realm, shim);
    const patched = changed(before, membersOf(realm));
    if (when === 'after') await setUp();
    const seen = await closeProgram(realm);
    const handle = realm.rtcCloseShim;
    const report = handle && attempt(() => copy(handle.report()));
    const uninstalled = handle && attempt(() => handle.uninstall());
    return { ...seen, said, patched, report, uninstalled };
  } finally {
    remove();
  }
}

/** As text, whatever the order in which it was noted. */
const sorted = (record = {}) => JSON.stringify(Array.isArray(record) ? record : Object.entries(record).sort());
const same = (one, other) => one.closed === other.closed && ['steps', 'atOnce', 'later', 'calls', 'heard', 'said'].every((part) => sorted(one[part]) === sorted(other[part]));

/**
 * Runs set-ups, some at a time, with the shim and natively; the first is a realm that nothing is done to. Where with the shim all
 * is as in that one, the set-up made no difference, and its native run is spared.
 */
window.runSetups = async ([untouched, ...setups], atATime = 8) => {
  const shim = await text('/dist/rtc-close-shim.min.js');
  const clean = { native: await run(untouched), shimmed: await run(untouched, shim) };
  const results = [];
  let next = 0;
  const work = async () => {
    while (next < setups.length) {
      const i = next++;
      const shimmed = await run(setups[i], shim);
      results[i] = { shimmed, native: same(shimmed, clean.shimmed) ? clean.native : await run(setups[i]) };
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return [clean, ...results];
};

/** Evaluates expressions in a fresh realm: what each threw or rejected with, word for word. */
window.runExpressions = async (expressions, shimmed) => {
  const { realm, remove } = await openRealm([]);
  if (shimmed) script(realm, await text('/dist/rtc-close-shim.min.js'));
  script(realm, 'pc = new RTCPeerConnection(); channel = pc.createDataChannel(""); transceiver = pc.addTransceiver("audio"); track = transceiver.receiver.track; noop = () => {};');
  const outcomes = {};
  for (const expression of expressions) {
    outcomes[expression] = await realm.eval(`(async () => {
      const explain = (error) => error.name + ': ' + error.message;
      let value;
      try { value = (${expression}); } catch (error) { return 'throws ' + explain(error); }
      if (!value || typeof value.then !== 'function') return 'returns ' + typeof value;
      return value.then(() => 'resolves', (error) => 'rejects ' + explain(error));
    })()`);
  }
  realm.pc.close();
  remove();
  return outcomes;
};
