/*! rtc-close-shim 0.1.0 | BSD-3-Clause */
var table = { "chromium": [[92, 156], [92, 156], [-64, 72], [-39, 156], [64, 75, 76, 156], [-73, 156], [64, 69, 70, 156], [-64, 156], [64, 156], [-76, 156], [-39, 75, -83, 84], [-83, 156], [-73, 156], [-39, 156], [-39, 156], [-73, 87, 92, 156], [-73, 138], [-39, 85, 92, 156], [-76, 156], [-76, 153, 156, 156], [-45, 156], [-39, 88, 92, 156], [-64, 73, 92, 156], [-39, 80, 92, 156], [-39, 83], [-39, 84, 92, 156], [-39, 84, 92, 156]], "firefox": [[140, 159], [115, 115, 140, 159], 0, [-33, 159], [-115, 159], [-115, 115, 140, 159], [115, 115, 140, 159], [115, 115, 140, 159], [-33, 159], 0, 0, [-33, 159], [-33, 115, 140, 159], [-33, 159], [-33, 159], [115, 115, 140, 159], 0, [140, 159], [115, 115, 140, 159], [-115, 115, 140, 159], [-33, 159], [140, 159], [-33, 159], [140, 159], [-33, 140], [-33, 153, 159, 159], [-33, 159]] };
var version = "0.1.0";
const likeness = (name, other) => name.split("").filter((_letter, i) => other.indexOf(name.substr(i, 3)) >= 0).length;
function attempt(run) {
  try {
    return run();
  } catch (_a) {
    return void 0;
  }
}
const { toString: toString$1 } = Object.prototype;
function show(value) {
  if (typeof value === "string")
    return '"' + value + '"';
  return attempt(() => value === Object(value) ? toString$1.call(value) : String(value)) || "an object";
}
function refuseArgument(what, value, expected) {
  throw new TypeError("rtc-close-shim: install(): " + what + " is " + show(value) + "; expected " + expected);
}
function demandOneOf(what, value, allowed) {
  if (allowed.indexOf(value) < 0) {
    refuseArgument(what, value, allowed.map(show).sort((one, other) => likeness(show(value), other) - likeness(show(value), one)).join(", "));
  }
}
const { create, getOwnPropertyNames, getPrototypeOf, keys, setPrototypeOf } = Object;
const { defineProperty, getOwnPropertyDescriptor } = Object;
const apply = Reflect.apply;
const bare = (object) => setPrototypeOf(object, null);
const define = (object, name, descriptor) => defineProperty(object, name, bare(descriptor));
function ownDescriptor(object, name) {
  const descriptor = getOwnPropertyDescriptor(object, name);
  return descriptor && bare(descriptor);
}
function descriptorOf(object, name) {
  return object ? ownDescriptor(object, name) || descriptorOf(getPrototypeOf(object), name) : void 0;
}
function partOf(object, name, part) {
  const member = descriptorOf(object, name);
  return member && member[part];
}
const Map = WeakMap;
const weak = WeakMap.prototype;
const methods = bare({ get: weak.get, set: weak.set });
const weakMap = () => setPrototypeOf(new Map(), methods);
function each(list2, visit) {
  for (let i = 0; i < list2.length; i++)
    visit(list2[i], i);
}
function add(list2, item) {
  define(list2, list2.length, { value: item, writable: true, enumerable: true, configurable: true });
}
const { split } = String.prototype;
const parts = (text, mark) => apply(split, text || "", [mark]);
const contains = (text, part) => parts(text, part).length > 1;
const { toString } = Function.prototype;
const sourceContains = (method, part) => typeof method === "function" && contains(apply(toString, method, []), part);
const knownFunctions = weakMap();
function isEngineMade(method, name) {
  const known = knownFunctions.get(method);
  if (known)
    return known === true || isEngineMade(known(), name);
  const isMade = sourceContains(method, "[native code]") && (sourceContains(method, name + "() {") || !method.name);
  if (isMade)
    knownFunctions.set(method, true);
  return isMade;
}
function forwardingFunction(native, behave) {
  const shaped = ownDescriptor({
    get ours() {
      return behave(this, arguments);
    }
  }, "ours").get;
  const shape = () => define(define(shaped, "name", { value: native.name }), "length", { value: native.length });
  return shape();
}
const isUndone = () => true;
const lists$1 = weakMap();
function createPatches(owner = {}) {
  let active = true;
  const undos = lists$1.get(owner) || [];
  lists$1.set(owner, undos);
  const redefine = (owner2, name, part, ours) => {
    const own = ownDescriptor(owner2, name);
    const after = bare(own ? {} : { configurable: true, enumerable: name in owner2, writable: true });
    after[part] = ours;
    define(owner2, name, after);
    add(undos, () => {
      const now = ownDescriptor(owner2, name);
      return now && now[part] === ours && (own ? define(owner2, name, own) : delete owner2[name]);
    });
  };
  return {
    a(owner2, name, part, behave) {
      const own = ownDescriptor(owner2, name);
      const next = () => own ? own[part] : getPrototypeOf(owner2)[name];
      const native = next();
      if (part === "value" && typeof native !== "function" && name in owner2)
        throw new TypeError(name + " is no method");
      if (!native)
        return;
      const ours = forwardingFunction(native, (self2, args) => (active ? behave : apply)(next(), self2, args));
      knownFunctions.set(ours, next);
      redefine(owner2, name, part, ours);
    },
    A(owner2, name, value) {
      redefine(owner2, name, "value", value);
    },
    p: () => active,
    r() {
      active = false;
      let native = true;
      for (let i = undos.length; i--; ) {
        if (attempt(undos[i]))
          undos[i] = isUndone;
        else
          native = false;
      }
      if (native)
        undos.length = 0;
      return native;
    }
  };
}
const repairs = [];
const repair = (added) => add(repairs, bare(added));
repair({
  id: "unprefixed-constructor",
  e: void 0
});
repair({ id: "close-twice-is-quiet" });
repair({
  id: "connection-reads-closed",
  RTCPeerConnection: { signalingState: "closed", iceConnectionState: "closed", connectionState: "closed" }
});
repair({
  id: "channels-read-closed",
  RTCDataChannel: { readyState: "closed" }
});
const closed = { state: "closed" };
repair({
  id: "transports-read-closed",
  RTCSctpTransport: closed,
  RTCDtlsTransport: closed,
  RTCIceTransport: closed
});
const found = weakMap();
function ask(object, name, args) {
  try {
    const prototype = getPrototypeOf(object);
    const members = found.get(prototype) || bare({});
    for (let owner = object; owner && !members[name]; owner = getPrototypeOf(owner)) {
      const own = ownDescriptor(owner, name);
      const member = own && (own.get || own.value);
      if (typeof member === "function" && isEngineMade(member, name)) {
        members[name] = member;
        found.set(prototype, members);
      }
    }
    const value = members[name] || object[name];
    return typeof value === "function" ? apply(value, object, args || []) : value;
  } catch (_a) {
    return void 0;
  }
}
const pick = (objects, member, found2) => {
  each(objects, (object) => {
    const value = ask(object, member);
    if (value)
      add(found2, value);
  });
  return found2;
};
const list = (object, method) => ask(object, method) || [];
const keeps = { g: (object, name) => ask(object, name) };
const keepsStreams = {
  g(connection, name, _memory, realm) {
    if (!realm.q)
      return ask(connection, name);
    const isLocal = name === "getLocalStreams";
    const tracks2 = [];
    each(list(connection, "getTransceivers"), (transceiver) => {
      if (isLocal || contains(ask(transceiver, "currentDirection"), "recv"))
        pick(pick([transceiver], isLocal ? "sender" : "receiver", []), "track", tracks2);
    });
    let streams;
    return () => streams || (streams = tracks2.length ? [new realm.B(tracks2)] : []);
  }
};
const empties = () => [];
const ignores = () => void 0;
const refuses = (next, self2, args, { h: memberName, s: realm }) => {
  if (args.length < next.length)
    return apply(next, self2, args);
  throw realm.t(memberName);
};
const rejects = (_next, _self, args, { h: memberName, s: realm }) => {
  const { i: Promise } = realm;
  const error = realm.t(memberName);
  let functions = 0;
  let failed;
  each(args, (arg) => {
    if (typeof arg === "function" && functions++)
      failed = arg;
  });
  if (!failed)
    return Promise.reject(error);
  realm.j(() => apply(failed, void 0, [error]));
  return Promise && Promise.resolve();
};
repair({
  id: "transceivers-read-stopped",
  RTCRtpTransceiver: { stopped: true, direction: "stopped", currentDirection: "stopped", mid: keeps }
});
repair({
  id: "transceivers-stay-listed",
  RTCPeerConnection: { getTransceivers: keeps }
});
repair({
  id: "senders-are-stopped",
  RTCPeerConnection: { getSenders: empties, getReceivers: empties },
  RTCRtpSender: { track: keeps }
});
const latest = (side) => ({
  g(connection, name, memory) {
    const current = memory["current" + side + "Description"];
    return current === void 0 ? ask(connection, name) : memory["pending" + side + "Description"] || current;
  }
});
repair({
  id: "descriptions-stay-readable",
  RTCPeerConnection: {
    pendingLocalDescription: keeps,
    currentLocalDescription: keeps,
    localDescription: latest("Local"),
    pendingRemoteDescription: keeps,
    currentRemoteDescription: keeps,
    remoteDescription: latest("Remote"),
    getLocalStreams: keepsStreams
  },
  e(realm) {
    if (!realm.q)
      return;
    each(["getLocalStreams", "getRemoteStreams"], (name) => realm.a(realm.c.prototype, name, "value", (next, self2, args) => {
      realm.q = false;
      return apply(next, self2, args);
    }));
  }
});
repair({
  id: "sctp-stays",
  RTCPeerConnection: { sctp: keeps }
});
repair({
  id: "gathering-state-stays",
  RTCPeerConnection: { iceGatheringState: keeps }
});
const trickles = {
  g(connection, name, memory) {
    const isSettled = memory.currentRemoteDescription === void 0 && ask(connection, "signalingState") === "stable";
    const current = isSettled && ask(connection, "currentRemoteDescription");
    return current ? () => {
      const section = parts(ask(current, "sdp"), "\nm=")[1];
      return section ? contains(parts(parts(section, "\na=ice-options:")[1], "\r")[0], "trickle") : null;
    } : ask(connection, name);
  }
};
repair({
  id: "remote-side-stays-readable",
  RTCPeerConnection: { canTrickleIceCandidates: trickles, getRemoteStreams: keepsStreams, getLocalStreams: keepsStreams }
});
repair({ id: "nothing-fires-inside-close" });
repair({ id: "channels-fire-close-once", d: "close" });
repair({ id: "channels-fire-nothing-else", f: ["RTCDataChannel"] });
repair({
  id: "received-tracks-end",
  MediaStreamTrack: { readyState: "ended" },
  d: "ended"
});
repair({ id: "received-tracks-fire-nothing-else", f: ["MediaStreamTrack"] });
const isFromAdapter = (method) => sourceContains(method, "maxMessageSize");
function treatAdapterAsNative(prototype) {
  const call = partOf(prototype, "setRemoteDescription", "value");
  if (!isFromAdapter(call) && !sourceContains(call, "extmap-allow"))
    return;
  each(getOwnPropertyNames(prototype), (name) => each(["value", "get"], (part) => (
    // Throws where there is none.
    attempt(() => knownFunctions.set(partOf(prototype, name, part), true))
  )));
}
const { isArray } = Array;
const closedPrototypes = weakMap();
const isClosed = (object) => closedPrototypes.get(getPrototypeOf(object));
const pendingCalls = weakMap();
const closing = bare([]);
function isBeingClosed(object) {
  for (let i = closing.length; i--; )
    if (closing[i] === object)
      return true;
  return false;
}
const reopen = (object) => attempt(() => setPrototypeOf(object, getPrototypeOf(getPrototypeOf(object))));
function createObjectCloser(realm, members, isSuppressed) {
  const made = weakMap();
  const keptValues = weakMap();
  const kept = [];
  const behind = bare({});
  each(keys(members), (name) => typeof members[name] === "object" && add(kept, name));
  const answer = (next, self2, args, replaced) => {
    const member = members[replaced.u];
    const isOurs = !isBeingClosed(self2) && isClosed(self2) === isSuppressed;
    if (isOurs && typeof member === "function")
      return member(next, self2, args, replaced);
    const noted = isOurs ? typeof member === "object" ? keptValues.get(self2)[replaced.h] : member : void 0;
    if (noted === void 0)
      return apply(next, self2, args);
    const value = typeof noted === "function" ? noted() : noted;
    if (!isArray(value))
      return value;
    const copy = [];
    each(value, (item) => add(copy, item));
    return copy;
  };
  const replaceCovered = (prototype, replaced) => {
    const { u: key, h: name, C: part } = replaced;
    let isCovered = false;
    for (let owner = prototype; owner && !behind[key]; owner = getPrototypeOf(owner)) {
      const own = ownDescriptor(owner, name);
      if (!own)
        continue;
      if (!isEngineMade(own[part], name))
        isCovered = true;
      else if (!isCovered)
        return;
      else {
        behind[key] = true;
        realm.a(owner, name, part, (next, self2, args) => answer(next, self2, args, replaced));
      }
    }
  };
  const replaceMember = (owner, key, onClosedPrototype) => {
    const name = parts(key, "=")[0];
    const member = descriptorOf(owner, name);
    if (!member)
      return;
    const part = name !== key ? "set" : member.get ? "get" : "value";
    const replaced = { u: key, h: name, C: part, s: realm };
    const native = member[part];
    const behave = (self2, args) => {
      const next = onClosedPrototype && partOf(getPrototypeOf(owner), name, part) || native;
      return (onClosedPrototype && !isEngineMade(next, name) ? apply : answer)(next, self2, args, replaced);
    };
    if (typeof native === "function") {
      if (onClosedPrototype)
        attempt(() => replaceCovered(getPrototypeOf(owner), replaced));
      member[part] = forwardingFunction(native, behave);
    }
    member.configurable = true;
    define(owner, name, member);
  };
  const prototypeFor = (prototype) => {
    let closedPrototype = made.get(prototype);
    if (!closedPrototype && !closedPrototypes.get(prototype)) {
      closedPrototype = create(prototype);
      closedPrototypes.set(closedPrototype, isSuppressed);
      made.set(prototype, closedPrototype);
      each(keys(members), (key) => replaceMember(closedPrototype, key, true));
    }
    return closedPrototype;
  };
  const closeObject = (object, later) => {
    const closedPrototype = prototypeFor(getPrototypeOf(object));
    if (!closedPrototype)
      return false;
    if (kept.length) {
      const memory = bare({});
      each(kept, (name) => memory[name] = members[name].g(object, name, memory, realm));
      keptValues.set(object, memory);
      if (later && "track" in memory)
        add(later, () => memory.track === ask(object, "track") && (memory.track = void 0));
    }
    setPrototypeOf(object, closedPrototype);
    if (later && getOwnPropertyNames(object).length) {
      add(later, () => each(keys(members), (key) => {
        const own = ownDescriptor(object, key);
        if (own && (isFromAdapter(own.value) || false))
          replaceMember(object, key);
      }));
    }
    return true;
  };
  closeObject.D = prototypeFor;
  return closeObject;
}
repair({
  id: "connection-fires-nothing",
  f: ["RTCPeerConnection"],
  e: void 0
});
repair({ id: "sctp-transport-fires-nothing", f: ["RTCSctpTransport"] });
repair({ id: "transports-fire-nothing", f: ["RTCDtlsTransport", "RTCIceTransport"] });
repair({
  id: "send-is-refused",
  RTCDataChannel: { send: refuses, close: ignores }
});
repair({
  id: "calls-are-refused",
  RTCPeerConnection: {
    createDataChannel: refuses,
    addTrack: refuses,
    removeTrack: refuses,
    addTransceiver: refuses,
    setConfiguration: refuses,
    createOffer: rejects,
    createAnswer: rejects,
    setLocalDescription: rejects,
    setRemoteDescription: rejects,
    addIceCandidate: rejects,
    restartIce: ignores
  },
  RTCRtpTransceiver: { stop: refuses, "direction=": refuses }
});
let last$1 = 0;
function withBlank({ c: Connection }, getStats, args, use) {
  const blank = new Connection();
  const report = apply(getStats, blank, args);
  use(() => blank.close(), report);
  return report;
}
function isWrongCall(connection, selector, { name }) {
  let isWrong = name === "TypeError" || name === "InvalidAccessError";
  each(list(connection, "getTransceivers"), (transceiver) => {
    if (transceiver.sender.track === selector || transceiver.receiver.track === selector)
      isWrong = false;
  });
  return isWrong;
}
repair({
  id: "stats-stay-available",
  e(realm) {
    const native = realm.i.prototype.then;
    realm.a(realm.c.prototype, "getStats", "value", (next, self2, args) => {
      const report = apply(next, self2, args);
      if (!report || !realm.k(self2))
        return report;
      const settling = (then) => {
        const pending = pendingCalls.get(self2) || bare({});
        const call = ++last$1;
        const done = () => delete pending[call];
        apply(then, report, [done, done]);
        pendingCalls.set(self2, pending);
        return new realm.i((resolve, reject) => {
          const settle = (late) => apply(then, late, [
            resolve,
            // Nothing is returned: who adopted what comes of it would have a rejection that nobody handles.
            (error) => {
              const report2 = attempt(() => !isWrongCall(self2, args[0], error) && withBlank(realm, next, [], (close, instead) => {
                apply(then, instead, [close, close]);
                apply(then, instead, [resolve, reject]);
              }));
              if (!report2)
                reject(error);
            }
          ]);
          if (isClosed(self2))
            return settle(report);
          apply(then, report, [resolve, reject]);
          pending[call] = () => settle(apply(next, self2, []));
        });
      };
      return attempt(() => {
        const then = report instanceof realm.i ? native : report.then;
        return then && settling(then);
      }) || report;
    });
  }
});
repair({ id: "peer-close-channels-read-closed", l: "reads" });
repair({ id: "peer-close-channels-fire-closing", l: "closing" });
repair({ id: "peer-close-channels-fire-error", l: "error" });
repair({ id: "peer-close-channels-fire-close-once", l: "close" });
function noteDispatched(event) {
}
const isUntrusted = (event) => !event.isTrusted;
function taskQueue({ MessageChannel: Channel, MessagePort, setTimeout: later }) {
  const part = (owner, name, kind) => partOf(owner && owner.prototype, name, kind);
  const port1 = part(Channel, "port1", "get");
  const port2 = part(Channel, "port2", "get");
  const onmessage = part(MessagePort, "onmessage", "set");
  const post = part(MessagePort, "postMessage", "value");
  let queue = bare([]);
  let first = 0;
  let port;
  const next = () => {
    const run = queue[first++];
    if (first === queue.length) {
      queue = bare([]);
      first = 0;
    } else
      send();
    run();
  };
  const open = () => {
    const channel = new Channel();
    apply(onmessage, apply(port1, channel, []), [next]);
    return apply(port2, channel, []);
  };
  const send = () => {
    port = port || attempt(open) || later;
    if (port === later)
      later(next, 0);
    else
      apply(post, port, [0]);
  };
  return (run) => {
    queue[queue.length] = run;
    if (queue.length === 1)
      send();
  };
}
const PATIENCE = 40;
function readRealm(global, Connection) {
  const { prototype } = Connection;
  const { Event: Event2, EventTarget, DOMException, MediaStream, Promise, RTCError, RTCErrorEvent, setTimeout } = global;
  const targets = (EventTarget || Connection).prototype;
  const { addEventListener: listen, dispatchEvent: dispatch } = targets;
  if (typeof listen !== "function" || typeof dispatch !== "function")
    throw new TypeError("EventTarget has no methods");
  const signalingState = partOf(prototype, "signalingState", "get");
  const message = "the peer has closed";
  const detail = { errorDetail: "sctp-failure", sctpCauseCode: 12 };
  const show2 = (object, name, value) => define(object, name, { value, enumerable: true });
  const failure = () => attempt(() => new RTCErrorEvent("error", { error: new RTCError(detail, message) })) || show2(new Event2("error"), "error", show2(show2(new DOMException(message, "OperationError"), "errorDetail", detail.errorDetail), "sctpCauseCode", detail.sctpCauseCode));
  let isCaptureFirst;
  return {
    m: global,
    c: Connection,
    i: Promise,
    K: false,
    k: (connection) => attempt(() => false ? connection.signalingState : apply(signalingState, connection, [])),
    b(target, type, listener2) {
      apply(listen, target, [type, listener2, true]);
    },
    E() {
      if (isCaptureFirst === void 0) {
        isCaptureFirst = false;
        attempt(() => {
          const target = new EventTarget();
          apply(listen, target, ["order", () => isCaptureFirst = true]);
          apply(listen, target, ["order", () => isCaptureFirst = false, true]);
          apply(dispatch, target, [new Event2("order")]);
        });
      }
      return isCaptureFirst;
    },
    n(target, type) {
      const event = type === "error" ? failure() : new Event2(type);
      apply(dispatch, target, [event]);
    },
    t(call) {
      const message2 = call + ": the RTCPeerConnection is closed";
      const name = "InvalidStateError";
      return new DOMException(message2, name);
    },
    B: MediaStream,
    q: "peerIdentity" in prototype,
    v: (run) => void setTimeout(run, PATIENCE),
    j: taskQueue(global)
  };
}
const names = ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection"];
function findConnection(global) {
  for (let i = 0; i < names.length; i++) {
    const named = global[names[i]];
    if (named && named.prototype && "close" in named.prototype)
      return named;
  }
  return void 0;
}
const shownState = weakMap();
const isClosedHere = weakMap();
const hasFiredClosing = weakMap();
const isClosedAlone = weakMap();
const onEngineClose = weakMap();
function closeOnThisSide(channel) {
  isClosedHere.set(channel, true);
  if (shownState.get(channel))
    shownState.set(channel, "closed");
}
const Ref = attempt(() => WeakRef);
const deref = Ref && Ref.prototype.deref;
const numbers = weakMap();
let last = 0;
const lists = bare({});
let held = 0;
let room = 1024;
const strong = weakMap();
const isReceived = weakMap();
function registerChannel(connection, channel) {
  if (!Ref) {
    const before = strong.get(connection) || [];
    const channels = before.length % 64 ? before : before.filter(({ readyState }) => readyState !== "closed");
    add(channels, channel);
    strong.set(connection, channels);
    return channels.length === 1;
  }
  let number = numbers.get(connection);
  const isFirst = !number;
  if (!number)
    numbers.set(connection, number = ++last);
  const list2 = lists[number] || (lists[number] = bare([]));
  list2[list2.length] = new Ref(channel);
  if (++held > room)
    sweep();
  return isFirst;
}
function channelsOf(connection) {
  if (!Ref)
    return strong.get(connection) || [];
  const found2 = bare([]);
  const list2 = lists[numbers.get(connection)] || [];
  for (let i = 0; i < list2.length; i++) {
    const channel = apply(deref, list2[i], []);
    if (channel)
      found2[found2.length] = channel;
  }
  return found2;
}
function sweep() {
  held = 0;
  each(keys(lists), (key) => {
    const number = +key;
    const alive = bare([]);
    each(lists[number], (ref) => {
      if (apply(deref, ref, []))
        alive[alive.length] = ref;
    });
    held += alive.length;
    if (!(lists[number] = alive).length)
      delete lists[number];
  });
  room = held * 2 + 1024;
}
const tracks = (connection, ends, streams) => {
  let found2 = pick(list(connection, ends), "track", []);
  return found2;
};
const ownedByKind = {
  // Their state is read first: in Gecko 33 it changes while the page is busy.
  RTCDataChannel: channelsOf,
  RTCPeerConnection: (connection) => [connection],
  RTCRtpTransceiver: (connection) => list(connection, "getTransceivers"),
  RTCRtpSender: (connection) => list(connection, "getSenders"),
  RTCSctpTransport: (connection) => pick([connection], "sctp", []),
  // A sender's transport is its receiver's.
  RTCDtlsTransport: (connection, owned) => pick(list(connection, "getReceivers"), "transport", pick(owned("RTCSctpTransport"), "transport", [])),
  RTCIceTransport: (_connection, owned) => pick(owned("RTCDtlsTransport"), "iceTransport", []),
  MediaStreamTrack: (connection) => tracks(connection, "getReceivers")
};
function ownedObjects(connection) {
  const lists2 = bare({});
  const owned = (kind) => lists2[kind] || (lists2[kind] = ownedByKind[kind](connection, owned));
  return owned;
}
const sentTracks = (connection) => tracks(connection, "getSenders");
function prototypeOf({ m: global, c: Connection }, kind) {
  const { prototype } = Connection;
  if (kind === "RTCPeerConnection")
    return prototype;
  let named = global[kind];
  return named && named.prototype;
}
const listening = bare({});
const noteListener = (object, type) => (listening[type] || (listening[type] = weakMap())).set(object, true);
const isListenedTo = (object, type) => listening[type] && listening[type].get(object);
const lastEvents = weakMap();
const isLast = (type) => type === "close" || type === "ended";
function hearsDispatchedEvents({ b: listen, n: fire }, object) {
  let heard = false;
  listen(object, "rtc-close-shim", () => heard = true);
  fire(object, "rtc-close-shim");
  return heard;
}
function fireLastEvent({ n: fire }, object, type) {
  const state = lastEvents.get(object);
  if (!isListenedTo(object, type)) {
    if (state === "ours")
      lastEvents.set(object, "either");
  } else if (state !== "done") {
    lastEvents.set(object, "done");
    fire(object, type);
  }
}
const stopImmediatePropagation = attempt(() => Event.prototype.stopImmediatePropagation);
const guards = bare({});
const guardFor = (type) => guards[type] || (guards[type] = function(event) {
  const isSuppressed = isClosed(this);
  if (!isSuppressed || isUntrusted(event) || !isSuppressed(this, type))
    return;
  const state = lastEvents.get(this);
  if (!isLast(type) || state === "done" || state === "ours" && isListenedTo(this, type))
    apply(stopImmediatePropagation, event, []);
  else if (state)
    lastEvents.set(this, "done");
});
const kindOf = { close: "RTCDataChannel", ended: "MediaStreamTrack" };
function suppressEvents(realm, repairs2, peerClose) {
  const suppressions = [];
  const all = bare({});
  const fires = bare({});
  each(repairs2, (repair2) => {
    each(repair2.f || [], (kind) => all[kind] = true);
    if (repair2.d)
      fires[kindOf[repair2.d]] = repair2.d;
  });
  each(keys(ownedByKind), (kind) => {
    const ofPeer = kind === "RTCDataChannel" && peerClose;
    const isSuppressed = (object, type) => isLast(type) ? type === fires[kind] : all[kind] && "on" + type in object;
    const prototype = (all[kind] || fires[kind] || ofPeer) && prototypeOf(realm, kind);
    add(suppressions, { o: kind, w: isSuppressed, d: fires[kind], x: prototype && guardFirst(realm, prototype, isSuppressed, ofPeer) });
  });
  return suppressions;
}
function guardFirst(realm, prototype, isSuppressed, ofPeer) {
  let late;
  const isGuarded = (object, type) => isSuppressed(object, type) || ofPeer && ofPeer.F[type];
  const precede = (object, type, options) => {
    noteListener(object, type);
    if (type === "message" && !(options && typeof options === "object" ? options.capture : options) && !isClosed(object) && realm.E())
      (late = late || weakMap()).set(object, true);
    else
      realm.b(object, type, guardFor(type));
    if (!("AbstractRange" in realm.m))
      realm.b(object, type, ignores);
    if (ofPeer)
      ofPeer.G(object, type);
  };
  each(["when", "addEventListener"], (name, i) => realm.a(prototype, name, "value", (next, self2, args) => {
    const type = args[0];
    attempt(() => typeof type === "string" && isGuarded(self2, type) && precede(self2, type, args[i + 1]));
    return apply(next, self2, args);
  }));
  const guardHandler = (name, type) => {
    if (name === "on" + type && isGuarded(prototype, type)) {
      realm.a(prototype, name, "set", (next, self2, args) => {
        attempt(() => args[0] && precede(self2, type));
        return apply(next, self2, args);
      });
    }
  };
  for (const name in prototype)
    guardHandler(name, name.slice(2));
  return (object) => {
    if (late && late.get(object))
      realm.b(object, "message", guardFor("message"));
  };
}
const isOfPeerClose = (event) => !isUntrusted(event) && event.error && (event.error.sctpCauseCode === 12 || event.error.message === "Transport channel closed");
const listener = (hear) => function(event) {
  attempt(() => hear(this, event));
};
const hearClosing = listener((channel, event) => !isUntrusted(event) && hasFiredClosing.set(channel, true));
function channelListeners(realm, wantsError, closeObject) {
  const hearError = listener((channel, event) => {
    if (!realm.p() || !isOfPeerClose(event))
      return;
    if (closeObject && isReceived.get(channel) && !hasFiredClosing.get(channel) && isListenedTo(channel, "closing") && closeObject(channel)) {
      shownState.set(channel, "closing");
      realm.n(channel, "closing");
      if (isClosedHere.get(channel))
        apply(stopImmediatePropagation, event, []);
      shownState.set(channel, "closed");
      reopen(channel);
    }
    if (!wantsError)
      apply(stopImmediatePropagation, event, []);
  });
  return (channel, type) => {
    if ((closeObject || !wantsError) && (type === "error" || type === "closing")) {
      realm.b(channel, "closing", hearClosing);
      realm.b(channel, "error", hearError);
    }
  };
}
function channelCloser(realm, handles, wantsError, closeObject) {
  const announce = (channel, type) => {
    const isLate = shownState.get(channel) === "closed";
    if (type !== "closing")
      shownState.set(channel, "closed");
    if (type === "close")
      fireLastEvent(realm, channel, type);
    else if (!isLate && handles[type] && (type === "closing" || wantsError) && isListenedTo(channel, type))
      realm.n(channel, type);
  };
  return (connection) => {
    let announcements = bare([]);
    let silent = 0;
    const start = () => {
      each(announcements, realm.j);
      announcements = bare([]);
    };
    each(channelsOf(connection), (channel) => attempt(() => {
      const readyState = ask(channel, "readyState");
      if (!readyState || readyState === "closed" || !closeObject(channel))
        return;
      shownState.set(channel, "closing");
      lastEvents.set(channel, "ours");
      const queue = (type) => announcements[announcements.length] = () => announce(channel, type);
      if (readyState !== "closing")
        queue("closing");
      if (readyState !== "closing" || hasFiredClosing.get(channel))
        queue("error");
      else
        isClosedAlone.set(channel, true);
      queue("close");
      silent++;
      onEngineClose.set(channel, () => --silent || start());
      realm.b(channel, "close", guardFor("close"));
    }));
    realm.v(start);
  };
}
const connected = weakMap();
const watchTransports = (realm, onPeerClose) => (connection) => {
  const look = () => attempt(() => {
    const signaling = realm.k(connection);
    if (isClosed(connection) || !signaling || signaling === "closed" || !realm.p())
      return;
    const { sctp } = connection;
    each(sctp ? [sctp, attempt(() => sctp.transport)] : [], (transport) => {
      realm.b(transport, "statechange", look);
      const { state } = transport;
      if (state === "connected")
        connected.set(transport, true);
      else if (state === "closed" && connected.get(transport))
        onPeerClose(connection);
    });
  });
  realm.b(connection, "signalingstatechange", look);
  look();
};
function createPeerClose(realm, repairs2, { clauses, peerCloseError }) {
  const handles = bare({});
  const wantsError = peerCloseError !== "none";
  let isNeeded = false;
  each(repairs2, ({ l: peer }) => {
    if (peer)
      handles[peer] = true;
    if (peer === "error" ? wantsError : peer)
      isNeeded = "sctp" in realm.c.prototype;
  });
  if (isNeeded) {
    handles.close = true;
    handles.closing = clauses["peer-close-channels-fire-closing"] !== "off";
    handles.error = !wantsError || clauses["peer-close-channels-fire-error"] !== "off";
  }
  const isSuppressed = (channel, type) => {
    const hear = type === "close" && onEngineClose.get(channel);
    if (hear)
      hear();
    if (type === "error" && isClosedAlone.get(channel))
      return false;
    return type === "message" ? shownState.get(channel) === "closed" : handles[type];
  };
  const readyState = (_next, channel) => shownState.get(channel);
  const send = (next, channel, args, called) => (isClosedHere.get(channel) ? refuses : apply)(next, channel, args, called);
  const closeObject = createObjectCloser(realm, bare({ readyState, send }), isSuppressed);
  return {
    F: handles,
    y: isNeeded && watchTransports(realm, channelCloser(realm, handles, wantsError, closeObject)),
    G: channelListeners(realm, wantsError, isNeeded && ((channel) => handles.closing && closeObject(channel)))
  };
}
const patchedRealm = (realm, patches) => setPrototypeOf(realm, patches);
const { freeze } = Object;
const switches = ["auto", "force", "off"];
const choices = bare({ clauses: void 0, channelClose: ["event", "silent"], peerCloseError: ["event", "none"], stopTracks: [false, true] });
const optionNames = keys(choices);
function read(kind, given = {}, allowed, present) {
  const copied = bare({});
  const isRead = attempt(() => {
    each(keys(given), (name) => copied[name] = given[name]);
    return show(given) === "[object Object]";
  });
  if (!isRead)
    refuseArgument(kind + "s", given, "a plain object");
  each(keys(copied), (name) => {
    demandOneOf(kind, name, allowed);
    const values = choices[name] || switches;
    if (name === "clauses" || copied[name] === void 0)
      return;
    demandOneOf(name, copied[name], values);
    if (present)
      demandOneOf("installed already (uninstall() first, or import rtc-close-shim/fn alone): " + name, copied[name], [present[name] || values[0]]);
  });
  return copied;
}
function readOptions(given, ids2, inForce) {
  const options = read("option", given, optionNames, inForce);
  options.clauses = freeze(read("clause", options.clauses, ids2, inForce && inForce.clauses));
  return freeze(options);
}
function letStatisticsArrive({ m: global }, connection) {
  if ("webkitRTCPeerConnection" in global && !("RTCDtlsTransport" in global)) {
    for (let i = 100; i--; )
      ask(connection, "localDescription");
  }
}
function planClose(realm, repairs2, suppressions) {
  const plans = [];
  each(suppressions, (plan) => {
    const { o: kind } = plan;
    const members = bare({});
    each(repairs2, (repair2) => {
      each(keys(repair2[kind] || []), (name) => members[name] = repair2[kind][name]);
    });
    plan.z = createObjectCloser(realm, members, plan.w);
    if (plan.x || keys(members).length || kind === "RTCPeerConnection")
      add(plans, plan);
  });
  return plans;
}
function patchClose(realm, repairs2, suppressions, { channelClose, stopTracks }) {
  let plans;
  const prepare = () => plans || (plans = /*@__NOINLINE__*/
  planClose(realm, repairs2, suppressions));
  const closeFirst = ({ z: closeObject, d: fires, w: isSuppressed, x: guardMessages }, object, later) => {
    const readyState = ask(object, "readyState");
    if (guardMessages)
      guardMessages(object);
    if (!closeObject(object, later)) {
      closeOnThisSide(object);
      return false;
    }
    closing[closing.length] = object;
    const lastEvent = fires && readyState !== "closed" && (readyState === "ended" ? "done" : "ours");
    if (lastEvent)
      lastEvents.set(object, lastEvent);
    return lastEvent === "ours";
  };
  const scheduleClose = (channel) => {
    if (channelClose !== "silent")
      realm.j(() => fireLastEvent(realm, channel, "close"));
  };
  const scheduleEnded = (track) => {
    lastEvents.set(track, "either");
    if (hearsDispatchedEvents(realm, track))
      realm.v(() => fireLastEvent(realm, track, "ended"));
  };
  realm.a(realm.c.prototype, "close", "value", (next, connection, args) => {
    const state = realm.k(connection);
    const passOn = () => apply(next, connection, args);
    if (!state || state === "closed" || isClosed(connection))
      return passOn();
    const outer = closing.length;
    const ending = bare([]);
    const announced = bare([]);
    const owned = ownedObjects(connection);
    const all = prepare();
    const later = [];
    let sent = [];
    try {
      if (stopTracks)
        sent = sentTracks(connection);
      for (let k = 0; k < all.length; k++) {
        const plan = all[k];
        const objects = owned(plan.o);
        const pending = plan.d === "ended" ? ending : announced;
        for (let i = 0; i < objects.length; i++) {
          try {
            if (closeFirst(plan, objects[i], later))
              pending[pending.length] = objects[i];
          } catch (_a) {
          }
        }
      }
      letStatisticsArrive(realm, connection);
      return passOn();
    } finally {
      const isOpen = realm.k(connection) !== "closed";
      for (let i = outer; isOpen && i < closing.length; i++)
        reopen(closing[i]);
      if (!isOpen)
        each(later, attempt);
      closing.length = outer;
      if (!isOpen) {
        const calls = pendingCalls.get(connection);
        each(keys(calls || []), (number) => attempt(calls[+number]));
        each(sent, (track) => ask(track, "stop"));
        each(ending, scheduleEnded);
        each(announced, scheduleClose);
      }
    }
  });
  let isReady = false;
  return {
    H(channel) {
      const outer = closing.length;
      const later = [];
      each(prepare(), (plan) => {
        if (plan.o === "RTCDataChannel" && closeFirst(plan, channel, later))
          scheduleClose(channel);
      });
      closing.length = outer;
      each(later, attempt);
    },
    I() {
      if (isReady)
        return;
      isReady = true;
      realm.j(() => each(prepare(), ({ o: ofKind, z: closeObject }) => attempt(() => closeObject.D(prototypeOf(realm, ofKind)))));
    }
  };
}
function patchDispatch({ Event: Event2, EventTarget }, patches) {
  if ("isTrusted" in new Event2(""))
    return;
  patches.a(EventTarget.prototype, "dispatchEvent", "value", (next, self2, args) => {
    if (args[0] && typeof args[0] === "object")
      noteDispatched(args[0]);
    return apply(next, self2, args);
  });
}
const engineSigns = {
  chromium: { webkitRTCPeerConnection: 1, AbstractRange: 90, requestResize: 154 },
  firefox: { InternalError: 1, RTCIceTransport: 125, RTCIceCandidatePair: 154 }
};
function detectEngine(global) {
  const { userAgent = "" } = global.navigator || {};
  const found2 = /(Chrom|Firefox)(?:e|ium|)\/(\d+)/.exec(userAgent) || false;
  if (!found2 || /Edge\/|Goanna/.test(userAgent))
    return {};
  const engine = found2[1] === "Chrom" ? "chromium" : "firefox";
  const milestone = +found2[2];
  const since = engineSigns[engine];
  return keys(since).some((name) => milestone >= since[name] !== name in global) ? {} : { engine, J: milestone };
}
function chooseRepair(id, measured, { engine, J: version2 }, options) {
  const isHeld = options.channelClose === "silent" && id === "channels-fire-close-once" || options.peerCloseError === "none" && id === "peer-close-channels-fire-error";
  const choice = isHeld ? "force" : options.clauses[id];
  let decision = "applied";
  let because = "option";
  if (choice === "off")
    decision = choice;
  else if (choice !== "force") {
    because = engine ? engine + " " + version2 + " is not known to keep it" : "unknown engine";
    for (let i = 0; i < measured.length; i += 2) {
      const isKept = measured[i] > 0;
      const from = isKept ? measured[i] : -measured[i];
      const to = measured[i + 1];
      if (version2 >= from && version2 <= to) {
        if (isKept)
          decision = "not-needed";
        because = engine + " " + from + (from < to ? " to " + to : "") + (isKept ? " keeps" : " breaks") + " it in each measured build";
      }
    }
  }
  return { decision, because };
}
function realmExpected(realm) {
  if (attempt(() => typeof realm.Object === "function"))
    return void 0;
  return attempt(() => "contentWindow" in realm) ? "its contentWindow" : "a window of this origin, then options";
}
const targetOf = attempt(() => partOf(Event.prototype, "target", "get"));
function registerReceived(event, channel, closeLate, meet) {
  const target = targetOf ? apply(targetOf, event, []) : event.target;
  if (!target || isUntrusted(event) || isReceived.get(channel))
    return;
  isReceived.set(channel, true);
  if (isClosed(target))
    closeLate(channel);
  else if (registerChannel(target, channel) && meet)
    meet(target);
}
function registerChannels(realm, closeLate, meet) {
  realm.a(realm.c.prototype, "createDataChannel", "value", (next, self2, args) => {
    const channel = apply(next, self2, args);
    try {
      if (registerChannel(self2, channel))
        meet(self2);
    } catch (_a) {
    }
    return channel;
  });
  const { RTCDataChannelEvent } = realm.m;
  if (RTCDataChannelEvent) {
    realm.a(RTCDataChannelEvent.prototype, "channel", "get", (next, self2) => {
      const channel = apply(next, self2, []);
      attempt(() => registerReceived(self2, channel, closeLate, meet));
      return channel;
    });
  }
}
const { join } = Array.prototype;
const wordsOf = (id, mark) => apply(join, parts(id, "-"), [mark]);
const reportLine = (id, { decision, because }) => ({
  id,
  sentence: wordsOf(id, " "),
  decision,
  because,
  evidence: "api.RTCPeerConnection.close." + wordsOf(id, "_")
});
const ids = repairs.map(({ id }) => id);
const MARK = "(rtc-close-shim)";
function install(realm = attempt(() => globalThis) || self, given, fault) {
  const global = realm;
  const expected = realmExpected(global);
  if (expected)
    refuseArgument("the realm", global, expected);
  let handle = void 0;
  const other = () => attempt(() => {
    const installed = findConnection(global).prototype[MARK];
    return installed === handle ? void 0 : installed;
  });
  const present = other();
  const isPresent = present && present.report().length > 0;
  const options = readOptions(given, ids, isPresent ? present.options : void 0);
  let blocked = void 0;
  if (isPresent && !blocked)
    return present;
  const Connection = attempt(() => findConnection(global));
  const patches = createPatches(Connection);
  const environment = attempt(() => detectEngine(global)) || {};
  const decide = ({ id }, i) => {
    const measured = environment.engine && table[environment.engine];
    const made = chooseRepair(id, measured && measured[i] || [], environment, options);
    return blocked && made.decision === "applied" ? { decision: "blocked", because: blocked } : made;
  };
  handle = {
    version,
    options,
    report() {
      const installed = other();
      const lines = installed ? installed.report() : [];
      each(!lines.length && Connection && (blocked || patches.p()) ? repairs : [], (repair2, i) => add(lines, reportLine(repair2.id, decide(repair2, i))));
      return lines;
    },
    uninstall() {
      const installed = other();
      const isNative = !installed || installed.uninstall();
      blocked = void 0;
      return patches.r() && isNative;
    }
  };
  if (!Connection || blocked)
    return handle;
  try {
    const engine = patchedRealm(readRealm(global, Connection), patches);
    const applied = repairs.filter((repair2, i) => decide(repair2, i).decision === "applied");
    patches.A(Connection.prototype, MARK, handle);
    treatAdapterAsNative(Connection.prototype);
    if (false)
      ;
    const peerClose = createPeerClose(engine, applied, options);
    const { H: closeLate, I: getReady } = patchClose(engine, applied, suppressEvents(engine, applied, peerClose), options);
    registerChannels(engine, closeLate, (connection) => {
      getReady();
      if (peerClose.y)
        peerClose.y(connection);
    });
    applied.forEach((repair2) => repair2.e && repair2.e(engine));
  } catch (error) {
    patches.r();
    blocked = String(error);
  }
  return handle;
}
export { install };
//# sourceMappingURL=fn.js.map
