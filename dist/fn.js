/*! rtc-close-shim 0.1.0 | BSD-3-Clause */
var table = { "chromium": [[64, 156], [64, 156], [-64, 72], [-39, 156], [64, 75, 76, 156], [64, 72, -73, 156], [64, 69, 70, 156], [-64, 156], [64, 156], [-76, 156], [-39, 73, -83, 84], [64, 81, -83, 156], [64, 72, -73, 156], [-39, 156], [-39, 156], [64, 72, -73, 87, 88, 156], [-73, 138], [-39, 85, 87, 156], [64, 75, -76, 156], [64, 75, -76, 153, 156, 156], [-45, 156], [-39, 88, 92, 156], [-64, 64, -69, 73, 75, 156], [-39, 80, 81, 156], [-39, 83], [-39, 84, 85, 156], [-39, 84, 85, 156]], "firefox": [[115, 115, 140, 159], [115, 115, 140, 159], 0, [-33, 159], [-115, 159], [-115, 115, 140, 159], [115, 115, 140, 159], [115, 115, 140, 159], [-33, 159], 0, 0, [-33, 159], [-33, 115, 140, 159], [-33, 159], [-33, 159], [115, 115, 140, 159], 0, [115, 115, 140, 159], [115, 115, 140, 159], [-115, 115, 140, 159], [-33, 159], [115, 115, 140, 159], [-33, 159], [115, 115, 140, 159], [-33, 140], [-33, 153, 159, 159], [-33, 159]] };
var version = "0.1.0";
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
const Map = WeakMap;
const { get, set } = WeakMap.prototype;
const methods = bare({ get, set });
const weakMap = () => setPrototypeOf(new Map(), methods);
function each(list2, visit) {
  for (let i = 0; i < list2.length; i++)
    visit(list2[i], i);
}
function add(list2, item) {
  define(list2, String(list2.length), { value: item, writable: true, enumerable: true, configurable: true });
}
const { indexOf } = String.prototype;
const contains = (text, part) => apply(indexOf, text, [part]) >= 0;
function attempt(run) {
  try {
    return run();
  } catch (_a2) {
    return void 0;
  }
}
const { toString } = Function.prototype;
const textOf = (method) => apply(toString, method, []);
const standIns = weakMap();
const noteOwn = (method, beneath) => standIns.set(method, beneath);
function isEngineMade(method, name) {
  const known = standIns.get(method);
  if (known)
    return known === true || isEngineMade(known(), name);
  const text = textOf(method);
  const isMade = contains(text, "[native code]") && (contains(text, name + "() {") || !method.name);
  if (isMade)
    standIns.set(method, true);
  return isMade;
}
function memberOf(object, name) {
  for (let owner = object; owner; owner = getPrototypeOf(owner)) {
    const own = ownDescriptor(owner, name);
    const member = own && (own.get || own.value);
    if (typeof member === "function" && isEngineMade(member, name))
      return member;
  }
  return object[name];
}
function ask(object, name) {
  try {
    const member = memberOf(object, name);
    return typeof member === "function" ? apply(member, object, []) : member;
  } catch (_a2) {
    return void 0;
  }
}
const isAdapters = (method) => typeof method === "function" && contains(textOf(method), "maxMessageSize");
function noteAdapter(prototype) {
  var _a2;
  const call = (_a2 = descriptorOf(prototype, "setRemoteDescription")) === null || _a2 === void 0 ? void 0 : _a2.value;
  if (!isAdapters(call) && !(typeof call === "function" && contains(textOf(call), "extmap-allow")))
    return;
  each(getOwnPropertyNames(prototype), (name) => attempt(() => {
    const { value, get: get2 } = descriptorOf(prototype, name);
    each([value, get2], (method) => typeof method === "function" && standIns.set(method, true));
  }));
}
function shapedLike(native, behave) {
  const shaped = ownDescriptor({
    get ours() {
      return behave(this, arguments);
    }
  }, "ours").get;
  const shape = () => define(define(shaped, "name", { value: native.name }), "length", { value: native.length });
  return shape();
}
const { isArray } = Array;
const { replace } = String.prototype;
const layers = weakMap();
const isClosed = (object) => layers.get(getPrototypeOf(object));
const closing = bare([]);
function isBeingClosed(object) {
  for (let i = closing.length; i--; )
    if (closing[i] === object)
      return true;
  return false;
}
const revive = (object) => attempt(() => setPrototypeOf(object, getPrototypeOf(getPrototypeOf(object))));
function createSealer(realm, patches, members, isSilenced) {
  const known = weakMap();
  const memories = weakMap();
  const kept = [];
  const behind = bare({});
  each(keys(members), (name) => typeof members[name] === "object" && add(kept, name));
  const answer = (key, name, next, self2, args) => {
    const fate = members[key];
    if (isBeingClosed(self2) || isClosed(self2) !== isSilenced)
      return apply(next, self2, args);
    if (typeof fate === "function")
      return fate(realm, name, args, self2, next);
    if (typeof fate !== "object")
      return fate;
    const noted = memories.get(self2)[name];
    if (noted === void 0)
      return apply(next, self2, args);
    const value = typeof noted === "function" ? apply(noted, void 0, []) : noted;
    if (!isArray(value))
      return value;
    const copy = [];
    each(value, (item) => add(copy, item));
    return copy;
  };
  const sealBehind = (prototype, key, name, part) => {
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
        patches.a(owner, name, part, (next, self2, args) => answer(key, name, next, self2, args));
      }
    }
  };
  const sealMember = (owner, key, isLayer) => {
    const name = apply(replace, key, ["=", ""]);
    const member = descriptorOf(owner, name);
    if (!member)
      return;
    const part = name !== key ? "set" : member.get ? "get" : "value";
    const native = member[part];
    let engines = isLayer ? void 0 : native;
    const behave = (self2, args) => {
      const found = isLayer && descriptorOf(getPrototypeOf(owner), name);
      const next = found && found[part] || native;
      if (next !== engines) {
        if (!isEngineMade(next, name))
          return apply(next, self2, args);
        engines = next;
      }
      return answer(key, name, next, self2, args);
    };
    if (typeof native === "function") {
      if (isLayer)
        attempt(() => sealBehind(getPrototypeOf(owner), key, name, part));
      member[part] = shapedLike(native, behave);
    }
    member.configurable = true;
    define(owner, name, member);
  };
  const remember = (object) => {
    const memory = bare({});
    for (let i = 0; i < kept.length; i++) {
      const name = kept[i];
      memory[name] = members[name].g(object, name, memory, realm);
    }
    return memory;
  };
  const seal = ((object) => {
    const prototype = getPrototypeOf(object);
    let layer = known.get(prototype);
    if (!layer) {
      if (layers.get(prototype))
        return false;
      layer = create(prototype);
      layers.set(layer, isSilenced);
      known.set(prototype, layer);
      each(keys(members), (key) => sealMember(layer, key, true));
    }
    if (kept.length)
      memories.set(object, remember(object));
    setPrototypeOf(object, layer);
    return true;
  });
  seal.x = (object, withAttributes) => () => {
    each(keys(members), (key) => {
      const own = ownDescriptor(object, key);
      if (own && (isAdapters(own.value) || withAttributes && !own.get && typeof own.value !== "function"))
        sealMember(object, key);
    });
  };
  return seal;
}
const Ref = typeof WeakRef === "function" ? WeakRef : void 0;
const deref = Ref && Ref.prototype.deref;
const numbers = weakMap();
let last = 0;
const lists = bare({});
let held = 0;
let room = 64;
const strong = weakMap();
function meetChannel(connection, channel) {
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
  const found = bare([]);
  const list2 = lists[numbers.get(connection)] || [];
  for (let i = 0; i < list2.length; i++) {
    const channel = apply(deref, list2[i], []);
    if (channel)
      found[found.length] = channel;
  }
  return found;
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
  room = held * 2 + 64;
}
const pick = (objects, member, found = []) => {
  for (let i = 0; i < objects.length; i++) {
    const value = ask(objects[i], member);
    if (value)
      add(found, value);
  }
  return found;
};
const list = (object, method) => ask(object, method) || [];
const tracks = (connection, ends, streams) => {
  let found = pick(list(connection, ends), "track");
  return found;
};
const kinds = {
  // Their state is read first: in Gecko 33 it changes while the page is busy.
  RTCDataChannel: channelsOf,
  RTCPeerConnection: (connection) => [connection],
  RTCRtpTransceiver: (connection) => list(connection, "getTransceivers"),
  RTCRtpSender: (connection) => list(connection, "getSenders"),
  RTCSctpTransport: (connection) => pick([connection], "sctp"),
  // A sender's transport is its receiver's.
  RTCDtlsTransport: (connection, owned) => pick(list(connection, "getReceivers"), "transport", pick(owned("RTCSctpTransport"), "transport")),
  RTCIceTransport: (_connection, owned) => pick(owned("RTCDtlsTransport"), "iceTransport"),
  MediaStreamTrack: (connection) => tracks(connection, "getReceivers")
};
function reach(connection) {
  const lists2 = bare({});
  const owned = (kind) => lists2[kind] || (lists2[kind] = kinds[kind](connection, owned));
  return owned;
}
const sentTracks = (connection) => tracks(connection, "getSenders");
weakMap();
function noteDispatched(event) {
}
const isUntrusted = (event) => !event.isTrusted;
function patchDispatch({ Event: Event2, EventTarget }, patches) {
  if ("isTrusted" in new Event2(""))
    return;
  patches.a(EventTarget.prototype, "dispatchEvent", "value", (next, self2, args) => {
    if (args[0] && typeof args[0] === "object")
      noteDispatched(args[0]);
    return apply(next, self2, args);
  });
}
const owed = weakMap();
const isLast = (type) => type === "close" || type === "ended";
const listening = bare({});
const noteListener = (object, type) => (listening[type] || (listening[type] = weakMap())).set(object, true);
const isListenedTo = (object, type) => listening[type] && listening[type].get(object);
let heard = false;
const noteHeard = () => heard = true;
function hearsScripts({ b: listen, h: fire }, object) {
  heard = false;
  listen(object, "rtc-close-shim", noteHeard);
  fire(object, "rtc-close-shim");
  return heard;
}
function settle({ h: fire }, object, type) {
  const state = owed.get(object);
  if (!isListenedTo(object, type)) {
    if (state === "ours")
      owed.set(object, "either");
  } else if (state !== "done") {
    owed.set(object, "done");
    fire(object, type);
  }
}
const stop = typeof Event === "function" ? Event.prototype.stopImmediatePropagation : void 0;
const guards = bare({});
const guardFor = (type) => guards[type] || (guards[type] = function(event) {
  const isSilenced = isClosed(this);
  if (!isSilenced || isUntrusted(event) || !isSilenced(this, type))
    return;
  const state = owed.get(this);
  if (!isLast(type) || state === "done" || state === "ours" && isListenedTo(this, type))
    apply(stop, event, []);
  else if (state)
    owed.set(this, "done");
});
const kindOf = { close: "RTCDataChannel", ended: "MediaStreamTrack" };
function patchSilence(realm, patches, repairs2, peerClose) {
  const silences = [];
  const all = bare({});
  const fires = bare({});
  each(repairs2, (repair2) => {
    each(repair2.e || [], (kind) => all[kind] = true);
    if (repair2.c)
      fires[kindOf[repair2.c]] = repair2.c;
  });
  each(keys(kinds), (kind) => {
    const ofPeer = kind === "RTCDataChannel" ? peerClose : void 0;
    const isSilenced = (object, type) => isLast(type) ? type === fires[kind] : !!all[kind] && "on" + type in object;
    const prototype = (all[kind] || fires[kind] || ofPeer) && realm.y(kind);
    add(silences, { l: kind, q: isSilenced, c: fires[kind], r: prototype ? guardFirst(realm, patches, prototype, isSilenced, ofPeer) : void 0 });
  });
  return silences;
}
function guardFirst(realm, patches, prototype, isSilenced, ofPeer) {
  let late;
  const isGuarded = (object, type) => isSilenced(object, type) || !!(ofPeer && ofPeer.z[type]);
  const precede = (object, type, options) => {
    noteListener(object, type);
    const captures = options && typeof options === "object" ? options.capture : options;
    if (type === "message" && !captures && !isClosed(object) && realm.A())
      (late = late || weakMap()).set(object, true);
    else
      realm.b(object, type, guardFor(type));
    if (ofPeer)
      ofPeer.B(object, type);
  };
  each(["when", "addEventListener"], (name, i) => patches.a(prototype, name, "value", (next, self2, args) => {
    const type = args[0];
    attempt(() => typeof type === "string" && isGuarded(self2, type) && precede(self2, type, args[i + 1]));
    return apply(next, self2, args);
  }));
  for (const name in prototype) {
    const type = name.slice(2);
    if (name !== "on" + type || !isGuarded(prototype, type))
      continue;
    patches.a(prototype, name, "set", (next, self2, args) => {
      attempt(() => args[0] && precede(self2, type));
      return apply(next, self2, args);
    });
  }
  return (object) => {
    if (late && late.get(object))
      realm.b(object, "message", guardFor("message"));
  };
}
const keeps = { g: ask };
const keepsStreams = {
  g(connection, name, _memory, realm) {
    if (!realm.m)
      return ask(connection, name);
    const tracks2 = [];
    each(ask(connection, "getTransceivers") || [], (transceiver) => {
      const isLocal = name === "getLocalStreams";
      const end = isLocal || contains(String(ask(transceiver, "currentDirection")), "recv") ? ask(transceiver, isLocal ? "sender" : "receiver") : void 0;
      const track = end && ask(end, "track");
      if (track)
        add(tracks2, track);
    });
    let streams;
    return () => streams || (streams = tracks2.length ? [realm.C(tracks2)] : []);
  }
};
const empties = () => [];
const ignores = () => void 0;
const refuses = (realm, name, args, self2, next) => {
  if (args.length < next.length)
    return apply(next, self2, args);
  throw realm.s(name);
};
const rejects = (realm, name, args) => {
  const { i: Promise } = realm;
  const error = realm.s(name);
  let functions = 0;
  let failed;
  each(args, (arg) => {
    if (typeof arg === "function" && functions++)
      failed = arg;
  });
  if (!failed)
    return Promise.reject(error);
  realm.n(() => apply(failed, void 0, [error]));
  return Promise && Promise.resolve();
};
const stages = weakMap();
const PATIENCE = 40;
const closedHere = weakMap();
function closeEarly(channel) {
  closedHere.set(channel, true);
  if (stages.get(channel))
    stages.set(channel, "closed");
}
const tellsOfPeer = (event) => !isUntrusted(event) && event.error && (event.error.sctpCauseCode === 12 || event.error.message === "Transport channel closed");
const listener = (hear) => function(event) {
  attempt(() => hear(this, event));
};
function createPeerClose(realm, patches, repairs2, { clauses, peerCloseError }) {
  const ours = bare({});
  each(repairs2, ({ j: peer }) => peer && (ours[peer] = true));
  const wantsError = peerCloseError === "event";
  const isNeeded = (ours.reads || ours.closing || ours.close || ours.error && wantsError) && "sctp" in realm.d.prototype;
  if (isNeeded) {
    ours.close = true;
    ours.closing = clauses["peer-close-channels-fire-closing"] !== "off";
    ours.error = !wantsError || clauses["peer-close-channels-fire-error"] !== "off";
  }
  const watched = weakMap();
  const heard2 = weakMap();
  const closedAlone = weakMap();
  const isSilenced = (channel, type) => {
    const hear = type === "close" && heard2.get(channel);
    if (hear)
      hear();
    if (type === "error" && closedAlone.get(channel))
      return false;
    return type === "message" ? stages.get(channel) === "closed" : !!ours[type];
  };
  const readyState = (_realm, _name, _args, channel) => stages.get(channel);
  const send = (_realm, name, args, channel, next) => closedHere.get(channel) ? refuses(realm, name, args, channel, next) : apply(next, channel, args);
  const seal = createSealer(realm, patches, bare({ readyState, send, close: ignores }), isSilenced);
  const take = (channel, type) => {
    const isLate = type !== "close" && stages.get(channel) === "closed";
    if (type !== "closing")
      stages.set(channel, "closed");
    if (isLate || !ours[type])
      return;
    if (type === "close")
      settle(realm, channel, type);
    else if ((type !== "error" || wantsError) && isListenedTo(channel, type))
      realm.h(channel, type);
  };
  const closeChannels = (connection) => {
    const turns = [];
    let silent = 0;
    let started = false;
    const start = () => {
      if (!started)
        each(turns, realm.n);
      started = true;
    };
    each(channelsOf(connection), (channel) => attempt(() => {
      const readyState2 = ask(channel, "readyState");
      if (!readyState2 || readyState2 === "closed" || !seal(channel))
        return;
      stages.set(channel, "closing");
      owed.set(channel, "ours");
      const queue = (type) => add(turns, () => take(channel, type));
      if (readyState2 !== "closing")
        queue("closing");
      if (readyState2 !== "closing" || closingHeard.get(channel))
        queue("error");
      else
        closedAlone.set(channel, true);
      queue("close");
      silent++;
      heard2.set(channel, () => --silent || start());
      realm.b(channel, "close", guardFor("close"));
    }));
    realm.D(start, PATIENCE);
  };
  const watch = (connection, transport) => {
    if (watched.get(transport))
      return;
    watched.set(transport, true);
    let connected = false;
    const hear = () => attempt(() => {
      if (isClosed(connection))
        return;
      const { state } = transport;
      const { sctp } = connection;
      connected = connected || state === "connected";
      if (state !== "closed" || !connected || !sctp || sctp !== transport && sctp.transport !== transport || !patches.o())
        return;
      const signaling = realm.k(connection);
      if (signaling && signaling !== "closed")
        closeChannels(connection);
    });
    realm.b(transport, "statechange", hear);
    hear();
  };
  const look = listener((connection) => {
    const { sctp } = connection;
    if (!sctp)
      return;
    watch(connection, sctp);
    watch(connection, sctp.transport);
  });
  const closingHeard = weakMap();
  const hearClosing = listener((channel, event) => !isUntrusted(event) && closingHeard.set(channel, true));
  const completeClosing = listener((channel, event) => {
    if (closingHeard.get(channel) || !isListenedTo(channel, "closing") || !patches.o() || !tellsOfPeer(event) || !seal(channel))
      return;
    stages.set(channel, "closing");
    realm.h(channel, "closing");
    if (stages.get(channel) === "closed")
      apply(stop, event, []);
    stages.set(channel, "closed");
    revive(channel);
  });
  const muffle = listener((_channel, event) => patches.o() && tellsOfPeer(event) && apply(stop, event, []));
  return {
    z: ours,
    E: isNeeded ? (connection) => {
      realm.b(connection, "signalingstatechange", look);
      apply(look, connection, []);
    } : void 0,
    B(channel, type) {
      const isError = type === "error";
      if (isNeeded && (isError || type === "closing")) {
        realm.b(channel, "closing", hearClosing);
        if (ours.closing)
          realm.b(channel, "error", completeClosing);
      }
      if (isError && !wantsError)
        realm.b(channel, type, muffle);
    }
  };
}
function treat(realm, patches, repairs2, silences) {
  const treatments = [];
  each(silences, (treatment) => {
    const { l: kind } = treatment;
    const members = bare({});
    each(repairs2, (repair2) => {
      const part = repair2[kind] || bare({});
      each(keys(part), (name) => members[name] = part[name]);
    });
    treatment.F = createSealer(realm, patches, members, treatment.q);
    if (treatment.r || keys(members).length || kind === "RTCPeerConnection")
      add(treatments, treatment);
  });
  return treatments;
}
function patchClose(realm, patches, repairs2, silences, { channelClose, stopTracks }) {
  const membersOnInstances = false;
  let treatments;
  const prepare = () => treatments || (treatments = /*@__NOINLINE__*/
  treat(realm, patches, repairs2, silences));
  const sealFirst = ({ F: sealer, c: fires, q: isSilenced, r: guardLate }, object, withOwn) => {
    const readyState = ask(object, "readyState");
    if (guardLate)
      guardLate(object);
    if (!sealer(object)) {
      closeEarly(object);
      return false;
    }
    if (getOwnPropertyNames(object).length)
      add(withOwn, sealer.x(object, membersOnInstances));
    closing[closing.length] = object;
    const isPending = fires && readyState !== "closed" && readyState !== "ended";
    if (isPending || readyState === "ended")
      owed.set(object, isPending ? "ours" : "done");
    return isPending;
  };
  const owe = (object, type) => {
    if (type === "ended")
      owed.set(object, "either");
    if (type === "ended" ? hearsScripts(realm, object) : channelClose === "event")
      realm.n(() => settle(realm, object, type));
  };
  patches.a(realm.d.prototype, "close", "value", (next, connection, args) => {
    const state = realm.k(connection);
    if (!state || state === "closed" || isClosed(connection))
      return apply(next, connection, args);
    const outer = closing.length;
    const ending = bare([]);
    const announced = bare([]);
    const owned = reach(connection);
    const all = prepare();
    const withOwn = [];
    let sent = [];
    try {
      if (stopTracks)
        sent = sentTracks(connection);
      for (let k = 0; k < all.length; k++) {
        const treatment = all[k];
        const objects = owned(treatment.l);
        const pending = treatment.c === "ended" ? ending : announced;
        for (let i = 0; i < objects.length; i++) {
          try {
            if (sealFirst(treatment, objects[i], withOwn))
              pending[pending.length] = objects[i];
          } catch (_a2) {
          }
        }
      }
      return apply(next, connection, args);
    } finally {
      const isOpen = realm.k(connection) !== "closed";
      for (let i = outer; isOpen && i < closing.length; i++)
        revive(closing[i]);
      closing.length = outer;
      if (!isOpen) {
        each(withOwn, attempt);
        each(repairs2, (repair2) => repair2.t && repair2.t(connection));
        each(sent, (track) => ask(track, "stop"));
        each(ending, (track) => owe(track, "ended"));
        each(announced, (channel) => owe(channel, "close"));
      }
    }
  });
  return (channel) => {
    const outer = closing.length;
    const withOwn = [];
    each(prepare(), (treatment) => {
      if (treatment.l === "RTCDataChannel" && sealFirst(treatment, channel, withOwn))
        owe(channel, "close");
    });
    closing.length = outer;
    each(withOwn, attempt);
  };
}
function readEnvironment(navigator) {
  const { userAgent = "", userAgentData = {} } = navigator || {};
  const chromium = (userAgentData.brands || []).filter(({ brand }) => brand === "Chromium")[0];
  if (chromium)
    return { engine: "chromium", u: +chromium.version };
  if (/Edge\/|Goanna/.test(userAgent))
    return {};
  const found = /(Chrom|Firefox)(?:e|ium|)\/(\d+)/.exec(userAgent) || false;
  if (found)
    return { engine: found[1] === "Chrom" ? "chromium" : "firefox", u: +found[2] };
  return {};
}
const switches = ["auto", "force", "off"];
const choices = bare({ channelClose: ["event", "silent"], peerCloseError: ["event", "none"], stopTracks: [false, true] });
function demand(what, value, allowed) {
  if (allowed.indexOf(value) < 0) {
    throw new TypeError("rtc-close-shim: " + what + " is " + String(value) + "; allowed: " + allowed.join(", "));
  }
}
function readOptions(given, ids2) {
  demand("the options object", given && typeof given, ["object"]);
  const options = bare({ clauses: {} });
  const chosen = keys(choices);
  each(chosen, (name) => options[name] = choices[name][0]);
  each(keys(given), (name) => {
    demand("option", name, keys(options));
    if (given[name] !== void 0)
      options[name] = given[name];
  });
  each(chosen, (name) => demand("option " + name, options[name], choices[name]));
  each(keys(options.clauses), (id) => {
    demand("clause", id, ids2);
    demand("clause " + id, options.clauses[id], switches);
  });
  return options;
}
var _a;
const received = weakMap();
const targetOf = typeof Event === "function" ? (_a = descriptorOf(Event.prototype, "target")) === null || _a === void 0 ? void 0 : _a.get : void 0;
function meetReceived(event, channel, closeLate, watch) {
  const target = targetOf ? apply(targetOf, event, []) : event.target;
  if (!target || isUntrusted(event) || received.get(channel))
    return;
  received.set(channel, true);
  if (isClosed(target))
    closeLate(channel);
  else if (meetChannel(target, channel) && watch)
    watch(target);
}
function patchLedger(realm, patches, closeLate, watch) {
  patches.a(realm.d.prototype, "createDataChannel", "value", (next, self2, args) => {
    const channel = apply(next, self2, args);
    try {
      if (meetChannel(self2, channel) && watch)
        watch(self2);
    } catch (_a2) {
    }
    return channel;
  });
  const { RTCDataChannelEvent } = realm.G;
  if (RTCDataChannelEvent) {
    patches.a(RTCDataChannelEvent.prototype, "channel", "get", (next, self2) => {
      const channel = apply(next, self2, []);
      attempt(() => meetReceived(self2, channel, closeLate, watch));
      return channel;
    });
  }
}
const isUndone = () => true;
function createPatches() {
  let active = true;
  const undos = [];
  const redefine = (owner, name, part, ours, own, enumerable) => {
    const after = bare(own ? {} : { configurable: true, enumerable: !!enumerable, writable: true });
    after[part] = ours;
    define(owner, name, after);
    add(undos, () => {
      const now = ownDescriptor(owner, name);
      return now && now[part] === ours && (own ? define(owner, name, own) : delete owner[name]);
    });
  };
  return {
    a(owner, name, part, behave) {
      const own = ownDescriptor(owner, name);
      const next = () => own ? own[part] : getPrototypeOf(owner)[name];
      const native = next();
      if (part === "value" && typeof native !== "function" && name in owner)
        throw new TypeError(name + " is no method");
      if (!native)
        return;
      const ours = shapedLike(native, (self2, args) => active ? behave(next(), self2, args) : apply(next(), self2, args));
      noteOwn(ours, next);
      redefine(owner, name, part, ours, own, true);
    },
    H(owner, name, value) {
      redefine(owner, name, "value", value);
    },
    o: () => active,
    v() {
      active = false;
      let native = true;
      for (let i = undos.length; i--; ) {
        if (attempt(undos[i]))
          undos[i] = isUndone;
        else
          native = false;
      }
      return native;
    }
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
function readRealm(global, Connection) {
  var _a2;
  const { prototype } = Connection;
  const { Event: Event2, EventTarget, DOMException, MediaStream, Promise, setTimeout } = global;
  const targets = (EventTarget || Connection).prototype;
  const { addEventListener: listen, dispatchEvent: dispatch } = targets;
  if (typeof listen !== "function" || typeof dispatch !== "function")
    throw new TypeError("EventTarget has no methods");
  const signalingState = (_a2 = descriptorOf(prototype, "signalingState")) === null || _a2 === void 0 ? void 0 : _a2.get;
  const failure = sctpFailures(global);
  let isCaptureFirst;
  return {
    G: global,
    d: Connection,
    i: Promise,
    I: false,
    k: (connection) => attempt(() => false ? connection.signalingState : apply(signalingState, connection, [])),
    y(kind) {
      if (kind === "RTCPeerConnection")
        return prototype;
      const named = global[kind] || false;
      return named && named.prototype;
    },
    b(target, type, listener2) {
      apply(listen, target, [type, listener2, true]);
    },
    A() {
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
    h(target, type) {
      const event = type === "error" ? failure() : new Event2(type);
      apply(dispatch, target, [event]);
    },
    s(call) {
      const message = call + ": the RTCPeerConnection is closed";
      const name = "InvalidStateError";
      return new DOMException(message, name);
    },
    C: (tracks2) => new MediaStream(tracks2),
    m: "peerIdentity" in prototype,
    D: (run, milliseconds) => setTimeout(run, milliseconds),
    n: tasks(global)
  };
}
function sctpFailures({ RTCError, RTCErrorEvent, Event: Event2, DOMException }) {
  const message = "the peer has closed";
  const detail = { errorDetail: "sctp-failure", sctpCauseCode: 12 };
  const show = (object, name, value) => define(object, name, { value, enumerable: true });
  return () => {
    const made = attempt(() => new RTCErrorEvent("error", { error: new RTCError(detail, message) }));
    if (made)
      return made;
    const error = new DOMException(message, "OperationError");
    each(keys(detail), (name) => show(error, name, detail[name]));
    return show(new Event2("error"), "error", error);
  };
}
function tasks({ MessageChannel: Channel, MessagePort, setTimeout: later }) {
  const part = (owner, name, kind) => {
    var _a2;
    return owner && ((_a2 = descriptorOf(owner.prototype, name)) === null || _a2 === void 0 ? void 0 : _a2[kind]);
  };
  const port1 = part(Channel, "port1", "get");
  const port2 = part(Channel, "port2", "get");
  const onmessage = part(MessagePort, "onmessage", "set");
  const post = part(MessagePort, "postMessage", "value");
  let queue = [];
  let first = 0;
  let port;
  const next = () => {
    const run = queue[first++];
    if (first === queue.length) {
      queue = [];
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
    add(queue, run);
    if (queue.length === 1)
      send();
  };
}
const repairs = [];
const repair = (added) => add(repairs, bare(added));
repair({
  id: "unprefixed-constructor",
  f: void 0
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
  f(realm, patches) {
    if (!realm.m)
      return;
    each(["getLocalStreams", "getRemoteStreams"], (name) => patches.a(realm.d.prototype, name, "value", (next, self2, args) => {
      realm.m = false;
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
const { split } = String.prototype;
const parts = (text, mark) => apply(split, text || "", [mark]);
const trickles = {
  g(connection, name, memory) {
    const isSettled = memory.currentRemoteDescription === void 0 && ask(connection, "signalingState") === "stable";
    const current = isSettled && ask(connection, "currentRemoteDescription");
    return current ? () => {
      const section = parts(ask(current, "sdp"), "\nm=")[1];
      return section ? parts(parts(parts(section, "\na=ice-options:")[1], "\r")[0], "trickle").length > 1 : null;
    } : ask(connection, name);
  }
};
repair({
  id: "remote-side-stays-readable",
  RTCPeerConnection: { canTrickleIceCandidates: trickles, getRemoteStreams: keepsStreams, getLocalStreams: keepsStreams }
});
repair({ id: "nothing-fires-inside-close" });
repair({ id: "channels-fire-close-once", c: "close" });
repair({ id: "channels-fire-nothing-else", e: ["RTCDataChannel"] });
repair({
  id: "received-tracks-end",
  MediaStreamTrack: { readyState: "ended" },
  c: "ended"
});
repair({ id: "received-tracks-fire-nothing-else", e: ["MediaStreamTrack"] });
repair({
  id: "connection-fires-nothing",
  e: ["RTCPeerConnection"],
  f: void 0
});
repair({ id: "sctp-transport-fires-nothing", e: ["RTCSctpTransport"] });
repair({ id: "transports-fire-nothing", e: ["RTCDtlsTransport", "RTCIceTransport"] });
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
const calls = weakMap();
function withBlank({ d: Connection }, getStats, args, use) {
  const blank = new Connection();
  const report = apply(getStats, blank, args);
  use(() => blank.close(), report);
  return report;
}
repair({
  id: "stats-stay-available",
  f(realm, patches) {
    const native = realm.i.prototype.then;
    patches.a(realm.d.prototype, "getStats", "value", (next, self2, args) => {
      const report = apply(next, self2, args);
      if (!report || !realm.k(self2))
        return report;
      return attempt(() => {
        const then = report instanceof realm.i ? native : report.then;
        return then && settling(realm, self2, next, args[0], report, then);
      }) || report;
    });
  },
  t(connection) {
    const pending = calls.get(connection);
    if (pending)
      each(pending.p, attempt);
  }
});
function isWrongCall(connection, selector, { name }) {
  if (name !== "InvalidAccessError")
    return name === "TypeError";
  let isWrong = true;
  each(ask(connection, "getTransceivers") || [], ({ sender, receiver }) => {
    if (sender.track === selector || receiver.track === selector)
      isWrong = false;
  });
  return isWrong;
}
function settling(realm, self2, getStats, selector, report, then) {
  const pending = calls.get(self2) || { w: 0, p: [] };
  const done = () => --pending.w || (pending.p = []);
  apply(then, report, [done, done]);
  pending.w++;
  calls.set(self2, pending);
  return new realm.i((resolve, reject) => {
    const settle2 = (late) => apply(then, late, [
      resolve,
      // Nothing is returned: who adopted what comes of it would have a rejection that nobody handles.
      (error) => {
        const report2 = attempt(() => !isWrongCall(self2, selector, error) && withBlank(realm, getStats, [], (close, instead) => {
          apply(then, instead, [close, close]);
          apply(then, instead, [resolve, reject]);
        }));
        if (!report2)
          reject(error);
      }
    ]);
    if (isClosed(self2))
      return settle2(report);
    apply(then, report, [resolve, reject]);
    add(pending.p, () => settle2(apply(getStats, self2, [])));
  });
}
repair({ id: "peer-close-channels-read-closed", j: "reads" });
repair({ id: "peer-close-channels-fire-closing", j: "closing" });
repair({ id: "peer-close-channels-fire-error", j: "error" });
repair({ id: "peer-close-channels-fire-close-once", j: "close" });
function select(id, measured, { engine, u: version2 }, options) {
  const isHeld = options.channelClose === "silent" && id === "channels-fire-close-once" || options.peerCloseError === "none" && id === "peer-close-channels-fire-error";
  const choice = isHeld ? "force" : options.clauses[id];
  if (choice === "off")
    return { decision: choice, because: "option" };
  if (choice === "force")
    return { decision: "applied", because: "option" };
  for (let i = 0; i < measured.length; i += 2) {
    const isKept = measured[i] > 0;
    const from = isKept ? measured[i] : -measured[i];
    const to = measured[i + 1];
    if (version2 >= from && version2 <= to) {
      const versions = engine + " " + from + (from < to ? " to " + to : "");
      return { decision: isKept ? "not-needed" : "applied", because: versions + (isKept ? " keeps" : " breaks") + " it in each measured build" };
    }
  }
  return { decision: "applied", because: engine ? engine + " " + version2 + " is not known to keep it" : "unknown engine" };
}
const ids = repairs.map(({ id }) => id);
const sentences = ids.map((id) => id.replace(/-/g, " "));
const MARK = "(rtc-close-shim)";
function install(realm, options = {}) {
  const own = attempt(() => globalThis) || self;
  const global = realm === void 0 ? own : realm;
  if (!global || typeof global.Object !== "function") {
    throw new TypeError("rtc-close-shim: the realm is not the global object of a window");
  }
  const chosen = readOptions(options, ids);
  const Connection = attempt(() => findConnection(global));
  const present = Connection && attempt(() => Connection.prototype[MARK]);
  if (present)
    return present;
  const patches = createPatches();
  const environment = attempt(() => readEnvironment(global.navigator)) || {};
  let blocked;
  const decide = ({ id }, i) => {
    const rows = environment.engine && table[environment.engine];
    const decision = select(id, rows && rows[i] || [], environment, chosen);
    return blocked && decision.decision === "applied" ? { decision: "blocked", because: blocked } : decision;
  };
  const handle = {
    version,
    report() {
      const lines = [];
      each(Connection ? repairs : [], (repair2, i) => {
        const { id } = repair2;
        const { decision, because } = decide(repair2, i);
        add(lines, { id, sentence: sentences[i], decision, because, evidence: "api.RTCPeerConnection.close." + id });
      });
      return lines;
    },
    uninstall: () => patches.v()
  };
  if (!Connection)
    return handle;
  try {
    const engine = readRealm(global, Connection);
    const applied = repairs.filter((repair2, i) => decide(repair2, i).decision === "applied");
    patches.H(Connection.prototype, MARK, handle);
    noteAdapter(Connection.prototype);
    if (false)
      ;
    const peerClose = createPeerClose(engine, patches, applied, chosen);
    const closeLate = patchClose(engine, patches, applied, patchSilence(engine, patches, applied, peerClose), chosen);
    patchLedger(engine, patches, closeLate, peerClose.E);
    applied.forEach((repair2) => repair2.f && repair2.f(engine, patches));
  } catch (error) {
    patches.v();
    blocked = String(error);
  }
  return handle;
}
export { install };
//# sourceMappingURL=fn.js.map
