/*! rtc-close-shim 0.1.0 | BSD-3-Clause */
var table = {"unprefixed-constructor":{"chromium":[[64,156]],"firefox":[[153,153]]},"close-twice-is-quiet":{"chromium":[[64,156]],"firefox":[[33,33],[153,153]]},"connection-reads-closed":{"chromium":[[39,45],[73,156]],"firefox":[[33,33],[153,153]]},"transports-read-closed":{"chromium":[[39,45],[64,75],[76,156]]},"transceivers-read-stopped":{"chromium":[[39,45],[64,72]],"firefox":[[33,33],[153,153]]},"transceivers-stay-listed":{"chromium":[[39,45],[64,69],[70,156]],"firefox":[[33,33],[153,153]]},"senders-are-stopped":{"chromium":[[39,45]],"firefox":[[33,33],[153,153]]},"descriptions-stay-readable":{"chromium":[[39,45],[64,156]]},"remote-side-stays-readable":{"chromium":[[39,45],[64,81]]},"nothing-fires-inside-close":{"chromium":[[45,45],[64,72]],"firefox":[[153,153]]},"received-tracks-end":{"chromium":[[45,45],[64,72],[88,156]],"firefox":[[33,33],[153,153]]},"connection-fires-nothing":{"chromium":[[87,156]],"firefox":[[153,153]]},"sctp-transport-fires-nothing":{"chromium":[[39,45],[64,75]],"firefox":[[33,33],[153,153]]},"transports-fire-nothing":{"chromium":[[39,45],[64,75],[156,156]],"firefox":[[33,33],[153,153]]},"calls-are-refused":{"chromium":[[92,156]],"firefox":[[153,153]]},"stats-stay-available":{"chromium":[[39,45],[75,156]]}};
var version = "0.1.0";

const { create, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } = Object;
const { apply: functionApply, call: functionCall } = Function.prototype;
/** Calls `method` on `self`, as `Reflect.apply` does, also in engines without it. */
const apply = functionCall.bind(functionApply);
/** A weak map that carries its methods as own members, out of reach of a patched `WeakMap.prototype`. */
function weakMap() {
    const map = new WeakMap();
    const { get, set } = map;
    map.get = get;
    map.set = set;
    return map;
}
/** The descriptor of a member, on the object or on what it inherits from. */
function descriptorOf(object, name) {
    for (let owner = object; owner; owner = getPrototypeOf(owner)) {
        const descriptor = getOwnPropertyDescriptor(owner, name);
        if (descriptor)
            return descriptor;
    }
    return undefined;
}

const estates = weakMap();
const Ref = typeof WeakRef === 'function' ? WeakRef : undefined;
const deref = Ref && Ref.prototype.deref;
/** Holds a channel without keeping it alive, where the engine can do that. */
function hold(channel) {
    if (!Ref)
        return { deref: () => channel };
    const held = new Ref(channel);
    held.deref = deref;
    return held;
}
/** The estate an object belongs to: a connection's own, or its owner's. */
const estateOf = (object) => estates.get(object);
/** The estate of a connection, made at the first call. */
function openEstate(connection) {
    let estate = estates.get(connection);
    if (!estate) {
        estate = { closed: false, channels: [], room: 16 };
        estates.set(connection, estate);
    }
    return estate;
}
/** Notes that an object belongs to an estate. */
const own = (estate, object) => estates.set(object, estate);
/** Notes that the page has met a channel of a connection. A channel met again keeps its place. */
function meetChannel(connection, channel) {
    if (estates.get(channel))
        return;
    const estate = openEstate(connection);
    own(estate, channel);
    const { channels } = estate;
    if (channels.length >= estate.room)
        dropGone(estate);
    estate.channels[estate.channels.length] = hold(channel);
}
/** The channels of an estate that the page can still reach, in order. */
function channelsOf(estate) {
    const met = [];
    for (let i = 0; i < estate.channels.length; i++) {
        const channel = estate.channels[i].deref();
        if (channel)
            met[met.length] = channel;
    }
    return met;
}
/** Drops collected channels (and closed ones where nothing can be held weakly), at a cost that stays constant per channel. */
function dropGone(estate) {
    const kept = [];
    for (let i = 0; i < estate.channels.length; i++) {
        const held = estate.channels[i];
        const channel = held.deref();
        if (channel && (Ref || channel.readyState !== 'closed'))
            kept[kept.length] = held;
    }
    estate.channels = kept;
    estate.room = kept.length * 2 + 16;
}

/** What a member gives: its value, or what it returns. Undefined where the engine lacks it or it throws. */
function ask(object, member) {
    try {
        const value = object[member];
        return typeof value === 'function' ? object[member]() : value;
    }
    catch {
        return undefined;
    }
}
const list = (object, method) => (ask(object, method) || []);
/** What the objects have under one name, each once. */
function pick(objects, member) {
    const found = [];
    for (let i = 0; i < objects.length; i++) {
        const object = ask(objects[i], member);
        let known = !object;
        for (let j = 0; j < found.length; j++)
            known = known || found[j] === object;
        if (!known)
            found[found.length] = object;
    }
    return found;
}
const sctp = (connection) => pick([connection], 'sctp');
const dtls = (connection) => pick(sctp(connection).concat(list(connection, 'getSenders'), list(connection, 'getReceivers')), 'transport');
/** The tracks at one end; in the streams where the engine has no senders and receivers (Chromium below 59, Gecko 33). */
const tracks = (ends, streams) => (connection) => {
    let found = pick(list(connection, ends), 'track');
    const all = found.length ? [] : list(connection, streams);
    for (let i = 0; i < all.length; i++)
        found = found.concat(list(all[i], 'getAudioTracks'), list(all[i], 'getVideoTracks'));
    return found;
};
/** The objects of each kind that a connection owns, asked while it is open. */
const reach = {
    RTCPeerConnection: (connection) => [connection],
    RTCDataChannel: (connection) => {
        const estate = estateOf(connection);
        return estate ? channelsOf(estate) : [];
    },
    RTCRtpTransceiver: (connection) => list(connection, 'getTransceivers'),
    RTCSctpTransport: sctp,
    RTCDtlsTransport: dtls,
    RTCIceTransport: (connection) => pick(dtls(connection), 'iceTransport'),
    MediaStreamTrack: tracks('getReceivers', 'getRemoteStreams'),
};
/** The local tracks that a connection sends. */
const sentTracks = tracks('getSenders', 'getLocalStreams');

/**
 * A function that looks like `native` (name, length, not a constructor) and does `behave`.
 * An accessor is the one function without `[[Construct]]` that ES5 syntax can write.
 */
function shapedLike(native, behave) {
    const shaped = getOwnPropertyDescriptor({
        get ours() {
            return behave(this, arguments);
        },
    }, 'ours').get;
    try {
        defineProperty(shaped, 'name', { value: native.name, configurable: true });
        defineProperty(shaped, 'length', { value: native.length, configurable: true });
    }
    catch {
        // Chromium below 43 and Gecko below 38: a function's name and length are fixed. Pages tell the callback form by the length.
        return ofLength(behave)[native.length] || shaped;
    }
    return shaped;
}
/* eslint-disable @typescript-eslint/no-unused-vars -- their number is what counts */
const ofLength = (behave) => [
    undefined,
    function (_1) {
        return behave(this, arguments);
    },
    function (_1, _2) {
        return behave(this, arguments);
    },
    function (_1, _2, _3) {
        return behave(this, arguments);
    },
];

/** Reads a fixed value. */
const reads = (value) => () => value;
/** Goes on reading what it read before `close()`. A list is handed out as a copy. */
const keeps = (_realm, _name, _args, kept) => copied(kept);
keeps.keeps = true;
const copied = (value) => {
    if (!Array.isArray(value))
        return value;
    const copy = [];
    for (let i = 0; i < value.length; i++)
        copy[i] = value[i];
    return copy;
};
/** Returns an empty list. */
const empties = () => [];
/** Does nothing. */
const ignores = () => undefined;
/** Throws InvalidStateError. */
const refuses = (realm, name) => {
    throw realm.refusal(name);
};
/** Rejects with InvalidStateError; a failure callback (the second function handed in) gets it instead. */
const rejects = (realm, name, args) => {
    const error = realm.refusal(name);
    let functions = 0;
    for (let i = 0; i < args.length; i++) {
        const failed = args[i];
        if (typeof failed === 'function' && ++functions === 2) {
            realm.task(() => apply(failed, undefined, [error]));
            return realm.Promise && realm.Promise.resolve();
        }
    }
    return realm.Promise.reject(error);
};
const noop = () => undefined;
/**
 * A closed object gets a prototype that stands before its own and holds the sealed members: one step
 * whatever their number, and nothing of it on a live object. What an engine has on the instance itself
 * (Chromium below 43) is redefined there.
 */
function createSealer(realm, seals) {
    const layers = weakMap();
    const memories = weakMap();
    const names = Object.keys(seals);
    const kept = names.filter((name) => seals[name].keeps);
    const sealMember = (owner, key) => {
        const name = key.replace('=', '');
        const member = descriptorOf(owner, name);
        if (!member)
            return false;
        const behave = (self, args) => seals[key](realm, name, args, memories.get(self)?.[name]);
        const part = name !== key ? 'set' : member.get ? 'get' : 'value';
        if (typeof member[part] === 'function') {
            member[part] = shapedLike(member[part], behave);
            member.configurable = true;
            defineProperty(owner, name, member);
        }
        else {
            // An attribute that is a data property of the instance (Chromium below 43).
            const { enumerable } = member;
            defineProperty(owner, name, { get: shapedLike(noop, behave), enumerable, configurable: true });
        }
        return true;
    };
    const layerFor = (prototype) => {
        let layer = layers.get(prototype);
        if (!layer) {
            layer = { members: create(prototype), unshared: [] };
            for (let i = 0; i < names.length; i++) {
                const name = names[i];
                if (!sealMember(layer.members, name))
                    layer.unshared[layer.unshared.length] = name;
            }
            layers.set(prototype, layer);
        }
        return layer;
    };
    return {
        remember(object) {
            if (!kept.length)
                return;
            const memory = {};
            for (let i = 0; i < kept.length; i++) {
                memory[kept[i]] = ask(object, kept[i]);
            }
            memories.set(object, memory);
        },
        seal(object) {
            try {
                const { members, unshared } = layerFor(getPrototypeOf(object));
                setPrototypeOf(object, members);
                for (let i = 0; i < unshared.length; i++) {
                    sealMember(object, unshared[i]);
                }
            }
            catch {
                // The page froze it: it goes on as the engine has it.
            }
        },
    };
}

const dispatched = weakMap();
/** Notes that an event comes from a script, where the event itself does not say so. */
function noteDispatched(event) {
    if (event.isTrusted === undefined)
        dispatched.set(event, true);
}
/** Whether an event comes from a script and not from the engine. */
const isUntrusted = (event) => event.isTrusted === undefined ? dispatched.get(event) : !event.isTrusted;
/** Chromium below 46 has no `isTrusted`: there, what is dispatched is noted. */
function patchDispatch({ Event, EventTarget }, patches) {
    if ('isTrusted' in new Event(''))
        return;
    patches.wrap(EventTarget.prototype, 'dispatchEvent', 'value', (next, self, args) => {
        if (Object(args[0]) === args[0])
            noteDispatched(args[0]);
        return apply(next, self, args);
    });
}

/**
 * Holds back the engine's own events from what belongs to a closed connection. What a page dispatches
 * itself is not trusted and passes.
 */
function guard(event) {
    if (isUntrusted(event) || !estateOf(this)?.closed)
        return;
    if (event.type === 'ended' && takeAwaited(this))
        return;
    apply(stop, event);
}
const awaited = weakMap();
/** Lets one `ended` pass on a track: the engine's own, if it comes in time, or else the shim's. */
const awaitEnded = (track) => awaited.set(track, true);
/** Whether that one is still to come; from now on it is not. */
function takeAwaited(track) {
    const due = awaited.get(track);
    awaited.set(track, false);
    return due;
}
const stop = (typeof Event === 'function' ? Event.prototype.stopImmediatePropagation : undefined);
/** Puts a listener before the page's handler, where no setter could be patched to do so in time. */
function listenBefore({ listen }, target, type, listener) {
    const handlers = target;
    const handler = handlers['on' + type];
    handlers['on' + type] = null;
    listen(target, type, listener);
    handlers['on' + type] = handler;
}
/** Whether a handler is a data property of the instance (Chromium below 43). */
const isUnshared = (target, type) => getOwnPropertyDescriptor(target, 'on' + type)?.writable;
/**
 * Sees to it that the guard is the first listener of `types` on every object with this prototype: it goes in
 * just before the page's first one, so that an object without listeners of the page has none of ours and is
 * collected as natively.
 */
function guardFirst(realm, patches, prototype, types) {
    const precede = (self, type) => {
        for (let i = 0; i < types.length; i++)
            if (types[i] === type)
                realm.listen(self, types[i], guard);
    };
    patches.wrap(prototype, 'addEventListener', 'value', (next, self, args) => {
        precede(self, args[0]);
        return apply(next, self, args);
    });
    types.forEach((type) => {
        const handler = getOwnPropertyDescriptor(prototype, 'on' + type);
        // webrtc-adapter 1 to 4 puts an `ontrack` there that stays as it is.
        if (!handler || !handler.set || !handler.configurable)
            return;
        patches.wrap(prototype, 'on' + type, 'set', (next, self, args) => {
            if (args[0])
                precede(self, type);
            return apply(next, self, args);
        });
    });
}

const eachKind = (parts, visit) => {
    for (const kind in parts)
        visit(kind, parts[kind]);
};
/** One treatment a kind, out of what all repairs ask for it. */
function treatments(realm, repairs) {
    const seals = {};
    const silences = {};
    repairs.forEach((repair) => {
        eachKind(repair.seals, (kind, part) => {
            const all = (seals[kind] = seals[kind] || {});
            for (const name in part)
                all[name] = part[name];
        });
        eachKind(repair.silences, (kind, types) => {
            silences[kind] = (silences[kind] || []).concat(types);
        });
    });
    return Object.keys(reach)
        .filter((kind) => seals[kind] || silences[kind])
        .map((kind) => ({
        kind,
        sealer: seals[kind] && createSealer(realm, seals[kind]),
        silenced: silences[kind] || [],
    }));
}
/** Puts the one `close()` in place, with what its repairs need while a connection lives. */
function patchClose(realm, patches, repairs, options) {
    const delivers = (event) => repairs.some((repair) => repair.delivers === event);
    const announced = delivers('close') && options.announce;
    const ended = delivers('ended');
    const treated = treatments(realm, repairs);
    // Chromium below 43.
    const handlersOnInstances = !('onsignalingstatechange' in realm.Connection.prototype);
    const afterwards = repairs.filter((repair) => repair.closed);
    /** The objects of a kind that do not read `over` yet. */
    const notYet = (over, kind, connection) => {
        const open = [];
        const all = reach[kind](connection);
        for (let i = 0; i < all.length; i++)
            if (all[i].readyState !== over)
                open[open.length] = all[i];
        return open;
    };
    const close = (next, connection, estate) => {
        const objects = [];
        for (let i = 0; i < treated.length; i++) {
            const { kind, sealer, silenced } = treated[i];
            const list = (objects[i] = reach[kind](connection));
            for (let j = 0; j < list.length; j++) {
                const object = list[j];
                if (sealer)
                    sealer.remember(object);
                // The ledger has met the channels; what else belongs to the connection is met here.
                const met = kind === 'RTCDataChannel';
                if (!met)
                    own(estate, object);
                if (met && !handlersOnInstances)
                    continue;
                for (let k = 0; k < silenced.length; k++) {
                    if (isUnshared(object, silenced[k]))
                        listenBefore(realm, object, silenced[k], guard);
                    else if (!met)
                        realm.listen(object, silenced[k], guard);
                }
            }
        }
        const ending = ended ? notYet('ended', 'MediaStreamTrack', connection) : [];
        const closing = announced ? notYet('closed', 'RTCDataChannel', connection) : [];
        const sent = (options.stopTracks ? sentTracks(connection) : []);
        // The mark comes first: what the engine fires from inside its close() meets a closed connection.
        estate.closed = true;
        try {
            return apply(next, connection);
        }
        finally {
            if (ask(connection, 'signalingState') === 'closed') {
                for (let i = 0; i < treated.length; i++) {
                    const { sealer } = treated[i];
                    if (sealer)
                        for (let j = 0; j < objects[i].length; j++)
                            sealer.seal(objects[i][j]);
                }
                for (let i = 0; i < afterwards.length; i++)
                    afterwards[i].closed(connection);
                for (let i = 0; i < sent.length; i++)
                    sent[i].stop();
                estate.channels = [];
                for (let i = 0; i < ending.length; i++)
                    awaitEnded(ending[i]);
                deliver(realm, ending, 'ended', 0, () => deliver(realm, closing, 'close', 0));
            }
            else {
                estate.closed = false;
            }
        }
    };
    patches.wrap(realm.Connection.prototype, 'close', 'value', (next, self, args) => {
        // The engine's own error for what is no connection comes from the engine.
        if (Object(self) !== self)
            return apply(next, self, args);
        const estate = openEstate(self);
        if (estate.closed || ask(self, 'signalingState') === 'closed') {
            return options.quietTwice ? undefined : apply(next, self, args);
        }
        return close(next, self, estate);
    });
    treated.forEach(({ kind, silenced }) => {
        const prototype = realm.prototypeOf(kind);
        if (prototype && silenced.length)
            guardFirst(realm, patches, prototype, silenced);
    });
}
/** Fires one event on each target, each in a task of its own, then goes on. */
function deliver(realm, targets, type, at, then) {
    if (at === targets.length)
        return then && then();
    realm.task(() => {
        // Firefox dispatches its own `ended` to listeners that never hear a page's: where the engine fires it, that one counts.
        if (type !== 'ended' || takeAwaited(targets[at]))
            realm.fire(targets[at], type);
        deliver(realm, targets, type, at + 1, then);
    });
}

/** User-agent patterns in the order in which they decide; the group is the version. */
const patterns = [
    // These name engines that they are not.
    [/Edge\/|Trident\/|PhantomJS|Goanna|Android.* Version\/(?!.*Chrome)/, undefined],
    [/Chrom(?:e|ium)\/(\d+)/, 'chromium'],
    [/Firefox\/(\d+)/, 'firefox'],
    [/rv:(\d+)[\d.]*\) Gecko\//, 'firefox'],
    // Every browser of iOS is that system's WebKit; since 26 the system's number is frozen and Safari's tells.
    [/(?:iPhone|iPad|iPod).* Version\/((?:2[6-9]|[3-9]\d)\.\d+)/, 'safari'],
    [/(?:iPhone|iPad|iPod).* OS (\d+[_.]\d+)/, 'safari'],
    // The AppleWebKit number is frozen; another browser's "desktop" string has an old Version.
    [/^(?!.*(?:Cri|Fxi|Edgi)OS).*Version\/(\d+\.\d+).* Safari\//, 'safari'],
];
/** Finds the engine and its version: UA-CH brand "Chromium" first, then the user-agent string. */
function readEnvironment(navigator) {
    const brands = navigator?.userAgentData?.brands || [];
    for (let i = 0; i < brands.length; i++) {
        if (brands[i].brand === 'Chromium')
            return { engine: 'chromium', version: +brands[i].version };
    }
    for (let i = 0; i < patterns.length; i++) {
        const [pattern, engine] = patterns[i];
        const found = pattern.exec(navigator?.userAgent || '');
        if (found)
            return engine ? { engine, version: +found[1].replace('_', '.') } : {};
    }
    return {};
}

/**
 * Records the channels of each connection where the page meets them: in what `createDataChannel()` returns,
 * and in the `channel` getter of the event, the only way to a channel that the peer made.
 */
function patchLedger(realm, patches) {
    patches.wrap(realm.Connection.prototype, 'createDataChannel', 'value', (next, self, args) => {
        const channel = apply(next, self, args);
        meetChannel(self, channel);
        return channel;
    });
    const { RTCDataChannelEvent } = realm.global;
    if (!RTCDataChannelEvent)
        return meetInEvents(realm, patches);
    patches.wrap(RTCDataChannelEvent.prototype, 'channel', 'get', (next, self) => {
        const channel = apply(next, self);
        const { target } = self;
        if (target && !isUntrusted(self) && !estateOf(target)?.closed)
            meetChannel(target, channel);
        return channel;
    });
}
/**
 * Chromium below 56 has no name for that event, below 43 no getter: a listener of ours meets the channel, before the
 * page's first one, and before its handler at the latest when the peer is about to be heard of.
 */
function meetInEvents(realm, patches) {
    const begun = weakMap();
    const { prototype } = realm.Connection;
    function meet(event) {
        if (!isUntrusted(event) && !estateOf(this)?.closed)
            meetChannel(this, event.channel);
    }
    ['addEventListener', 'setRemoteDescription'].forEach((name) => patches.wrap(prototype, name, 'value', (next, self, args) => {
        if (!begun.get(self)) {
            begun.set(self, true);
            listenBefore(realm, self, 'datachannel', meet);
        }
        return apply(next, self, args);
    }));
}

const switches = ['auto', 'force', 'off'];
const channelCloses = ['event', 'silent'];
function demand(what, value, allowed) {
    if (allowed.indexOf(value) < 0) {
        throw new TypeError('rtc-close-shim: ' + what + ' is ' + String(value) + '; allowed: ' + allowed.join(', '));
    }
}
/**
 * The options, checked whole before anything is installed; `ids` are the clauses there are.
 * @throws TypeError that names the wrong option and lists what is allowed.
 */
function readOptions(given, ids) {
    const options = { clauses: {}, channelClose: 'event', stopTracks: false };
    demand('the options object', given === null ? 'null' : typeof given, ['object']);
    for (const name in given) {
        demand('option', name, Object.keys(options));
        const value = given[name];
        if (value !== undefined)
            options[name] = value;
    }
    demand('option channelClose', options.channelClose, channelCloses);
    demand('option stopTracks', options.stopTracks, [false, true]);
    for (const id in options.clauses) {
        demand('clause', id, ids);
        demand('clause ' + id, options.clauses[id], switches);
    }
    return options;
}

/** Begins a list of patches. */
function createPatches() {
    let active = true;
    const undos = [];
    const redefine = (owner, name, part, ours, after) => {
        const before = getOwnPropertyDescriptor(owner, name);
        defineProperty(owner, name, after);
        undos[undos.length] = () => {
            const now = getOwnPropertyDescriptor(owner, name);
            if (!now || now[part] !== ours)
                return false;
            if (before)
                defineProperty(owner, name, before);
            // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the name came in with the patch
            else
                delete owner[name];
            return true;
        };
    };
    return {
        wrap(owner, name, part, behave) {
            const own = getOwnPropertyDescriptor(owner, name);
            // An inherited method is looked up at each call: a layer that patches it later stays in the chain.
            const next = () => (own ? own[part] : getPrototypeOf(owner)[name]);
            if (!next())
                return;
            const ours = shapedLike(next(), (self, args) => active ? behave(next(), self, args) : apply(next(), self, args));
            const after = own ? getOwnPropertyDescriptor(owner, name) : { configurable: true, enumerable: true, writable: true };
            after[part] = ours;
            redefine(owner, name, part, ours, after);
        },
        name(owner, name, value) {
            redefine(owner, name, 'value', value, { value, configurable: true, writable: true });
        },
        undo() {
            active = false;
            let native = true;
            for (let i = undos.length; i--;)
                native = undos[i]() && native;
            return native;
        },
    };
}

const names = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection'];
/** Reads the engine's members. Undefined where there is no connection constructor. */
function readRealm(global) {
    // A page's own `RTCPeerConnection` may be no more than a function that calls the prefixed one (webrtc-adapter of 2014).
    let Connection;
    for (let i = 0; i < names.length && !Connection; i++) {
        const named = global[names[i]];
        if (named && named.prototype && 'close' in named.prototype)
            Connection = named;
    }
    if (!Connection)
        return undefined;
    const { prototype } = Connection;
    const targets = (global.EventTarget || Connection).prototype;
    const add = descriptorOf(targets, 'addEventListener').value;
    const dispatch = descriptorOf(targets, 'dispatchEvent').value;
    const { Event, DOMException, MessageChannel, setTimeout, Promise } = global;
    let post;
    return {
        global,
        Connection,
        Promise,
        callsHandlers: prototype === global.mozRTCPeerConnection?.prototype,
        prototypeOf(kind) {
            if (kind === 'RTCPeerConnection')
                return prototype;
            const named = (global[kind] || (kind === 'RTCDataChannel' && global.DataChannel));
            if (named || kind !== 'RTCDataChannel' || !prototype.createDataChannel)
                return named?.prototype;
            // Chromium below 56 has the interface and no name for it.
            const connection = new Connection({ iceServers: [] });
            const unnamed = getPrototypeOf(connection.createDataChannel(''));
            connection.close();
            return unnamed;
        },
        listen: (target, type, listener) => {
            // Gecko 33: tracks are no event targets.
            if ('addEventListener' in target)
                apply(add, target, [type, listener, true]);
        },
        fire: (target, type) => {
            const event = new Event(type);
            noteDispatched(event);
            if ('dispatchEvent' in target)
                apply(dispatch, target, [event]);
        },
        refusal: (call) => {
            const message = call + ': the RTCPeerConnection is closed';
            try {
                return new DOMException(message, 'InvalidStateError');
            }
            catch {
                // No DOMException constructor (Gecko below 37): one with the same members.
                return Object.create(DOMException.prototype, {
                    name: { value: 'InvalidStateError' },
                    message: { value: message },
                    code: { value: 11 },
                });
            }
        },
        task: (run) => (post || (post = tasks(MessageChannel, setTimeout)))(run),
    };
}
/** Tasks without timers, which background tabs throttle: one message channel a realm, made at first use. */
function tasks(Channel, later) {
    if (!Channel)
        return (run) => void later(run, 0);
    const { port1, port2 } = new Channel();
    const post = port2.postMessage;
    let queue = [];
    let head = 0;
    port1.onmessage = () => {
        const run = queue[head++];
        if (head === queue.length) {
            queue = [];
            head = 0;
        }
        run();
    };
    return (run) => {
        queue[queue.length] = run;
        apply(post, port2, [0]);
    };
}

/**
 * Chromium below 90 rejects with TypeError, 80–83 never settles, Gecko 33 throws a plain Error.
 * The members of senders and of DTMF senders refuse in every engine measured.
 */
const callsAreRefused = {
    id: 'calls-are-refused',
    seals: {
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
            restartIce: ignores,
        },
        RTCRtpTransceiver: { stop: refuses, 'direction=': refuses },
    },
};

/** Engines fire late, in another order, or not at all. The shim fires instead of them. */
const channelsFireCloseOnce = {
    id: 'channels-fire-close-once',
    silences: { RTCDataChannel: ['close'] },
    delivers: 'close',
};

/** Chromium 81–101 fires `closing` and `error`, up to 129 `closing`, up to 127 even `open`. */
const channelsFireNothingElse = {
    id: 'channels-fire-nothing-else',
    silences: { RTCDataChannel: ['open', 'message', 'bufferedamountlow', 'closing', 'error'] },
};

/** No engine closes its channels at once: the state follows when the transport is gone, or never. */
const channelsReadClosed = {
    id: 'channels-read-closed',
    seals: { RTCDataChannel: { readyState: reads('closed') } },
};

/** Chromium below 59 throws InvalidStateError. The one `close()` stops at its own mark instead. */
const closeTwiceIsQuiet = { id: 'close-twice-is-quiet' };

/** Chromium below 85 fires `signalingstatechange`, below 80 `iceconnectionstatechange`; Gecko 33 both. */
const connectionFiresNothing = {
    id: 'connection-fires-nothing',
    silences: {
        RTCPeerConnection: [
            'signalingstatechange',
            'iceconnectionstatechange',
            'connectionstatechange',
            'icegatheringstatechange',
            'negotiationneeded',
            'icecandidate',
            'icecandidateerror',
            'track',
            'datachannel',
            'addstream',
            'removestream',
        ],
    },
    live({ callsHandlers, Connection }, patches) {
        if (!callsHandlers)
            return;
        // What is called with a string, and not as a listener, has no guard before it: one stands in its place.
        const handlers = weakMap();
        const name = 'onsignalingstatechange';
        patches.wrap(Connection.prototype, name, 'set', (next, self, args) => {
            const handler = args[0];
            handlers.set(self, handler);
            const stand = function (state) {
                if (typeof state !== 'string' || !estateOf(self)?.closed)
                    return apply(handler, this, arguments);
            };
            return apply(next, self, [typeof handler === 'function' ? stand : handler]);
        });
        patches.wrap(Connection.prototype, name, 'get', (next, self) => {
            const native = apply(next, self);
            return native && handlers.get(self);
        });
    },
};

/** Chromium below 73 goes on reading the last `iceConnectionState`. */
const connectionReadsClosed = {
    id: 'connection-reads-closed',
    seals: {
        RTCPeerConnection: {
            signalingState: reads('closed'),
            iceConnectionState: reads('closed'),
            connectionState: reads('closed'),
        },
    },
};

/** Firefox throws InvalidStateError from its description getters and `getLocalStreams()`. */
const descriptionsStayReadable = {
    id: 'descriptions-stay-readable',
    seals: {
        RTCPeerConnection: {
            localDescription: keeps,
            currentLocalDescription: keeps,
            pendingLocalDescription: keeps,
            remoteDescription: keeps,
            currentRemoteDescription: keeps,
            pendingRemoteDescription: keeps,
            getConfiguration: keeps,
            sctp: keeps,
            getLocalStreams: keeps,
        },
    },
};

/** Chromium below 85 goes on to "complete" when the end of gathering was already on its way. */
const gatheringStateStays = {
    id: 'gathering-state-stays',
    seals: { RTCPeerConnection: { iceGatheringState: keeps } },
};

/** What the clauses on silence hold back, and `ended` that comes too early, never runs inside: the mark on the connection is set first. */
const nothingFiresInsideClose = { id: 'nothing-fires-inside-close' };

/** Chromium 79–87 leaves received tracks live; 39 ends them from inside `close()`. */
const receivedTracksEnd = {
    id: 'received-tracks-end',
    seals: { MediaStreamTrack: { readyState: reads('ended') } },
    silences: { MediaStreamTrack: ['ended'] },
    delivers: 'ended',
};

/** Chromium 73–102 fires `mute` from inside `close()`. */
const receivedTracksFireNothingElse = {
    id: 'received-tracks-fire-nothing-else',
    silences: { MediaStreamTrack: ['mute', 'unmute'] },
};

/** Chromium forgets both, Firefox throws from the legacy stream getter. */
const remoteSideStaysReadable = {
    id: 'remote-side-stays-readable',
    seals: { RTCPeerConnection: { canTrickleIceCandidates: keeps, getRemoteStreams: keeps } },
};

/** Chromium fires `statechange` from inside `close()`. */
const sctpTransportFiresNothing = {
    id: 'sctp-transport-fires-nothing',
    silences: { RTCSctpTransport: ['statechange'] },
};

/** Firefox ignores `send()` for ever, Chromium accepts it until the state flips, below 85 it throws NetworkError. */
const sendIsRefused = {
    id: 'send-is-refused',
    seals: { RTCDataChannel: { send: refuses, close: ignores } },
};

/** Chromium goes on listing senders and receivers. A held sender keeps its track in every engine measured. */
const sendersAreStopped = {
    id: 'senders-are-stopped',
    seals: {
        RTCPeerConnection: { getSenders: empties, getReceivers: empties },
    },
};

/** What each connection's pending calls wait for beside the engine: its `close()`. */
const pending = weakMap();
/** Firefox never settles a `getStats()` that was pending when `close()` came; up to 150 it rejects later ones. */
const statsStayAvailable = {
    id: 'stats-stay-available',
    live(realm, patches) {
        patches.wrap(realm.Connection.prototype, 'getStats', 'value', (next, self, args) => {
            const isClosed = estateOf(self)?.closed;
            let result;
            try {
                result = apply(next, self, args);
            }
            catch (error) {
                // Gecko 33, whose form with callbacks throws on a closed connection.
                if (!isClosed || !args.length)
                    throw error;
                const blank = new realm.Connection();
                apply(next, blank, args);
                return realm.task(() => blank.close());
            }
            // Callback forms of old engines, and calls on what is no connection.
            if (!result || typeof result.then !== 'function' || Object(self) !== self)
                return result;
            const blank = () => blankReport(realm.Connection, next);
            if (isClosed)
                return result.then(undefined, blank);
            const waiting = pending.get(self) || [];
            pending.set(self, waiting);
            return new realm.Promise((resolve, reject) => {
                const closed = () => apply(next, self).then(undefined, blank).then(resolve, reject);
                waiting[waiting.length] = closed;
                const settled = () => {
                    for (let i = 0; i < waiting.length; i++) {
                        if (waiting[i] !== closed)
                            continue;
                        waiting[i] = waiting[waiting.length - 1];
                        waiting.length--;
                    }
                };
                result.then(settled, settled);
                result.then(resolve, reject);
            });
        });
    },
    closed(connection) {
        const waiting = pending.get(connection) || [];
        for (let i = 0; i < waiting.length; i++)
            void waiting[i]();
    },
};
/** For an engine that has no report of a closed connection: that of a connection that never did anything. */
function blankReport(Connection, getStats) {
    const blank = new Connection();
    const report = apply(getStats, blank);
    const close = () => blank.close();
    report.then(close, close);
    return report;
}

/** Chromium forgets the `mid`; below 103, and in Firefox 115, the directions are not "stopped". */
const transceiversReadStopped = {
    id: 'transceivers-read-stopped',
    seals: {
        RTCRtpTransceiver: {
            stopped: reads(true),
            direction: reads('stopped'),
            currentDirection: reads('stopped'),
            mid: keeps,
        },
    },
};

/** No measured engine empties the list that had one; kept for those that are not known. */
const transceiversStayListed = {
    id: 'transceivers-stay-listed',
    seals: { RTCPeerConnection: { getTransceivers: keeps } },
};

/** Chromium up to 153, and Firefox 115, fire `statechange` on DTLS transports from inside `close()`. */
const transportsFireNothing = {
    id: 'transports-fire-nothing',
    silences: {
        RTCDtlsTransport: ['statechange', 'error'],
        RTCIceTransport: ['statechange', 'gatheringstatechange', 'selectedcandidatepairchange'],
    },
};

const closed = { state: reads('closed') };
/** Firefox leaves the SCTP transport "connected" for ever. */
const transportsReadClosed = {
    id: 'transports-read-closed',
    seals: { RTCSctpTransport: closed, RTCDtlsTransport: closed, RTCIceTransport: closed },
};

/** Chromium below 56 and Firefox below 44 have the constructor under a prefixed name only. */
const unprefixedConstructor = {
    id: 'unprefixed-constructor',
    live(realm, patches) {
        const { global, Connection } = realm;
        const name = (short, value) => {
            if (!global[short] && value)
                patches.name(global, short, value);
        };
        name('RTCPeerConnection', Connection);
        // Who finds the one under its name looks for these, too (webrtc-adapter).
        name('RTCSessionDescription', global.mozRTCSessionDescription);
        name('RTCIceCandidate', global.mozRTCIceCandidate);
    },
};

/** Every repair, in the order of the contract. */
const repairs = [
    unprefixedConstructor,
    closeTwiceIsQuiet,
    connectionReadsClosed,
    channelsReadClosed,
    transportsReadClosed,
    transceiversReadStopped,
    transceiversStayListed,
    sendersAreStopped,
    descriptionsStayReadable,
    gatheringStateStays,
    remoteSideStaysReadable,
    nothingFiresInsideClose,
    channelsFireCloseOnce,
    channelsFireNothingElse,
    receivedTracksEnd,
    receivedTracksFireNothingElse,
    connectionFiresNothing,
    sctpTransportFiresNothing,
    transportsFireNothing,
    sendIsRefused,
    callsAreRefused,
    statsStayAvailable,
];

/** Decides about one clause. What the table does not know is repaired: a repair is a no-op where the engine keeps the clause. */
function select(id, table, { engine, version }, options) {
    const choice = options.clauses[id];
    if (choice === 'off')
        return { decision: 'off', because: 'option' };
    if (choice === 'force')
        return { decision: 'applied', because: 'option' };
    if (id === 'channels-fire-close-once' && options.channelClose === 'silent') {
        return { decision: 'applied', because: 'option channelClose' };
    }
    if (!engine)
        return { decision: 'applied', because: 'unknown engine' };
    const ranges = table[id]?.[engine] || [];
    for (let i = 0; i < ranges.length; i++) {
        const [from, to] = ranges[i];
        if (version >= from && version <= to) {
            return { decision: 'not-needed', because: engine + ' ' + from + '–' + to + ' keeps it' };
        }
    }
    return { decision: 'applied', because: engine + ' ' + version + ' is not known to keep it' };
}

const handles = weakMap();
/**
 * Makes `RTCPeerConnection.prototype.close` of a realm keep the close contract. A second install on a realm
 * returns the first one's handle.
 * @param realm The global object of a window. Default: this one.
 * @throws TypeError for what is not a realm, and for a wrong option; nothing is installed then.
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-close
 */
function install(realm, options = {}) {
    const global = (realm === undefined ? (typeof globalThis === 'object' ? globalThis : self) : realm);
    if (!global || typeof global.Object !== 'function') {
        throw new TypeError('rtc-close-shim: install() was given no realm; expected the global object of a window');
    }
    const chosen = readOptions(options, repairs.map(({ id }) => id));
    const present = handles.get(global);
    if (present)
        return present;
    const patches = createPatches();
    const lines = [];
    const handle = {
        version,
        report: () => lines.map(({ id, sentence, decision, because, evidence }) => ({ id, sentence, decision, because, evidence })),
        uninstall() {
            if (handles.get(global) === handle)
                handles.set(global, undefined);
            return patches.undo();
        },
    };
    handles.set(global, handle);
    const engine = readRealm(global);
    if (!engine)
        return handle;
    const environment = readEnvironment(global.navigator);
    repairs.forEach(({ id }) => {
        // A clause's id is its sentence.
        const { decision, because } = select(id, table, environment, chosen);
        lines.push({ id, sentence: id.replace(/-/g, ' '), decision, because, evidence: 'api.RTCPeerConnection.close.' + id });
    });
    try {
        const applied = repairs.filter((_repair, i) => lines[i].decision === 'applied');
        const isApplied = (id) => applied.some((repair) => repair.id === id);
        patchDispatch(global, patches);
        patchLedger(engine, patches);
        patchClose(engine, patches, applied, {
            stopTracks: chosen.stopTracks,
            quietTwice: isApplied('close-twice-is-quiet'),
            announce: chosen.channelClose === 'event',
        });
        applied.forEach((repair) => repair.live && repair.live(engine, patches));
    }
    catch (error) {
        // Frozen prototypes: the shim steps aside whole.
        patches.undo();
        lines.forEach((line) => {
            if (line.decision !== 'applied')
                return;
            line.decision = 'blocked';
            line.because = String(error);
        });
    }
    return handle;
}

export { install };
//# sourceMappingURL=fn.js.map
