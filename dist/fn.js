/*! rtc-close-shim 0.1.0 | BSD-3-Clause */
var table = {"chromium":[[64,156],[64,156],0,0,[76,156],0,[70,156],0,[64,156],0,0,[64,81],0,0,0,[88,156],0,[87,156],0,[156,156],0,[92,156],[75,156],[81,156],0,[85,156],[85,156]],"firefox":[[153,153],[153,153],0,0,0,[153,153],[153,153],[153,153],0,0,0,0,[153,153],0,0,[153,153],0,[153,153],[153,153],[153,153],0,[153,153],0,[153,153],0,0,0]};
var version = "0.1.0";

/** Does one thing with each item of a list, each in a task of its own, then goes on. */
function inTasks(realm, items, act, then, at = 0) {
    if (at >= items.length)
        return then && then();
    realm.task(() => {
        act(items[at]);
        inTasks(realm, items, act, then, at + 1);
    });
}

const { create, getOwnPropertyNames, getPrototypeOf, keys, setPrototypeOf } = Object;
const { defineProperty, getOwnPropertyDescriptor } = Object;
/** `Reflect.apply`; in engines without it (Chromium below 49, Gecko below 42) what does the same. */
const apply = Reflect.apply;
/** An object or a list that inherits nothing, whatever the page has put on `Object.prototype` and `Array.prototype`. */
const bare = (object) => setPrototypeOf(object, null);
/** Defines a member. */
const define = (object, name, descriptor) => defineProperty(object, name, bare(descriptor));
/** The descriptor of an object's own member. */
function ownDescriptor(object, name) {
    const descriptor = getOwnPropertyDescriptor(object, name);
    return descriptor && bare(descriptor);
}
/** The descriptor of a member, on the object or on what it inherits from. */
function descriptorOf(object, name) {
    return object ? ownDescriptor(object, name) || descriptorOf(getPrototypeOf(object), name) : undefined;
}
const Map = WeakMap;
const { get, set } = WeakMap.prototype;
const methods = bare({ get, set });
/** A weak map out of reach of a patched, frozen or deleted `WeakMap`: its methods are of its own. */
const weakMap = () => setPrototypeOf(new Map(), methods);
/** Visits what is in a list: not by an iterator, nor by a method that the page may have patched. */
function each(list, visit) {
    for (let i = 0; i < list.length; i++)
        visit(list[i], i);
}
/** Adds to a list, past setters that the page may have put on `Array.prototype`. */
function add(list, item) {
    define(list, String(list.length), { value: item, writable: true, enumerable: true, configurable: true });
}
/** What `run` returns; undefined where it throws. */
function attempt(run) {
    try {
        return run();
    }
    catch {
        return undefined;
    }
}
/** What a member of an object gives: its value, or what it returns; undefined where it throws. */
function ask(object, name) {
    try {
        const member = object[name];
        return typeof member === 'function' ? apply(member, object, []) : member;
    }
    catch {
        return undefined;
    }
}

/**
 * A function that looks like `native` (name, length, not a constructor) and does `behave`.
 * An accessor is the one function without `[[Construct]]` that ES5 syntax can write.
 */
function shapedLike(native, behave) {
    const shaped = ownDescriptor({
        get ours() {
            return behave(this, arguments);
        },
    }, 'ours').get;
    const shape = () => define(define(shaped, 'name', { value: native.name }), 'length', { value: native.length });
    return shape();
}

const { isArray } = Array;
const { replace } = String.prototype;
/** The prototypes that only closed objects have, and what is silenced on these. */
const layers = weakMap();
/** Whether an object is closed, by the page or by the peer: what is silenced on it then. */
const isClosed = (object) => layers.get(getPrototypeOf(object));
/**
 * What is being closed right now, while the engine does its part: until that is done, it answers as the engine has it. A `close()`
 * inside another adds its own at the end, and has taken them off again when it returns.
 */
const closing = bare([]);
function isBeingClosed(object) {
    for (let i = closing.length; i--;)
        if (closing[i] === object)
            return true;
    return false;
}
/** Takes the layer off again. */
const revive = (object) => attempt(() => setPrototypeOf(object, getPrototypeOf(getPrototypeOf(object))));
/**
 * A closed object gets a prototype that stands before the engine's and holds the sealed members: one step whatever
 * their number, and nothing of it on a live object. It is made at the first object of a prototype.
 */
function createSealer(realm, members, isSilenced) {
    const known = weakMap();
    const memories = weakMap();
    const kept = [];
    each(keys(members), (name) => typeof members[name] === 'object' && add(kept, name));
    /** Seals a member on `owner`, if `owner` has or inherits it. */
    const sealMember = (owner, key) => {
        const name = apply(replace, key, ['=', '']);
        const member = descriptorOf(owner, name);
        if (!member)
            return;
        const part = name !== key ? 'set' : member.get ? 'get' : 'value';
        const native = member[part];
        const fate = members[key];
        const behave = (self, args) => {
            if (isBeingClosed(self))
                return apply(native, self, args);
            if (typeof fate === 'function')
                return fate(realm, name, args, self);
            if (typeof fate !== 'object')
                return fate;
            const noted = memories.get(self)[name];
            const value = typeof noted === 'function' ? apply(noted, undefined, []) : noted;
            // A list is handed out as a copy.
            if (!isArray(value))
                return value;
            const copy = [];
            each(value, (item) => add(copy, item));
            return copy;
        };
        if (typeof native === 'function')
            member[part] = shapedLike(native, behave);
        member.configurable = true;
        define(owner, name, member);
    };
    /** What an object goes on reading. */
    const remember = (object) => {
        const memory = bare({});
        for (let i = 0; i < kept.length; i++) {
            const name = kept[i];
            memory[name] = members[name].read(object, name, memory);
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
            each(keys(members), (key) => sealMember(layer, key));
        }
        if (kept.length)
            memories.set(object, remember(object));
        setPrototypeOf(object, layer);
        return true;
    });
    seal.own = (object) => () => {
        each(keys(members), (key) => {
            if (ownDescriptor(object, key))
                sealMember(object, key);
        });
    };
    return seal;
}

const Ref = typeof WeakRef === 'function' ? WeakRef : undefined;
const deref = Ref && Ref.prototype.deref;
/**
 * Where the channels of a connection stand: the number of their list. The list itself must not hang on the connection: while
 * a promise of the platform holds the connection, Firefox counts a WeakRef that can be reached from it as a holder.
 */
const numbers = weakMap();
let last = 0;
/** The channels of each connection in the order in which the page met them. */
const lists = bare({});
let held = 0;
let room = 64;
/** The same where nothing can be held weakly. */
const strong = weakMap();
/** Notes that the page has met a channel of a connection. Returns whether it is the first. */
function meetChannel(connection, channel) {
    if (!Ref) {
        const before = strong.get(connection) || [];
        const channels = before.length % 64 ? before : before.filter(({ readyState }) => readyState !== 'closed');
        add(channels, channel);
        strong.set(connection, channels);
        return channels.length === 1;
    }
    let number = numbers.get(connection);
    const isFirst = !number;
    if (!number)
        numbers.set(connection, (number = ++last));
    const list = lists[number] || (lists[number] = bare([]));
    list[list.length] = new Ref(channel);
    if (++held > room)
        sweep();
    return isFirst;
}
/** The channels of a connection that the page can still reach, in order. */
function channelsOf(connection) {
    if (!Ref)
        return strong.get(connection) || [];
    const found = bare([]);
    const list = lists[numbers.get(connection)] || [];
    for (let i = 0; i < list.length; i++) {
        const channel = apply(deref, list[i], []);
        if (channel)
            found[found.length] = channel;
    }
    return found;
}
/** Drops what was collected, at a cost that stays constant per channel. */
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
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the numbers only grow: a map of what there is
        if (!(lists[number] = alive).length)
            delete lists[number];
    });
    room = held * 2 + 64;
}

/** What the objects give under one name, as often as they do; after what is there already. */
const pick = (objects, member, found = []) => {
    for (let i = 0; i < objects.length; i++) {
        const value = ask(objects[i], member);
        if (value)
            add(found, value);
    }
    return found;
};
const list = (object, method) => (ask(object, method) || []);
/** The tracks at one end; in the streams where the engine has no senders and receivers (Chromium below 59, Gecko 33). */
const tracks = (connection, ends, streams) => {
    let found = pick(list(connection, ends), 'track');
    return found;
};
/** The objects of each kind that a connection owns. */
const kinds = {
    // Their state is read first: in Gecko 33 it changes while the page is busy.
    RTCDataChannel: channelsOf,
    RTCPeerConnection: (connection) => [connection],
    RTCRtpTransceiver: (connection) => list(connection, 'getTransceivers'),
    RTCRtpSender: (connection) => list(connection, 'getSenders'),
    RTCSctpTransport: (connection) => pick([connection], 'sctp'),
    // A sender's transport is its receiver's.
    RTCDtlsTransport: (connection, owned) => pick(list(connection, 'getReceivers'), 'transport', pick(owned('RTCSctpTransport'), 'transport')),
    RTCIceTransport: (_connection, owned) => pick(owned('RTCDtlsTransport'), 'iceTransport'),
    MediaStreamTrack: (connection) => tracks(connection, 'getReceivers'),
};
/** What a connection owns, asked while it is open; each list is made once. */
function reach(connection) {
    const lists = bare({});
    const owned = (kind) => lists[kind] || (lists[kind] = kinds[kind](connection, owned));
    return owned;
}
/** The local tracks that a connection sends. */
const sentTracks = (connection) => tracks(connection, 'getSenders');

weakMap();
/** Notes that an event comes from a script, where the event itself does not say so. */
function noteDispatched(event) {
}
/** Whether an event comes from a script and not from the engine. */
const isUntrusted = (event) => !event.isTrusted;
/** Chromium below 46 has no `isTrusted`: there, what is dispatched is noted. */
function patchDispatch({ Event, EventTarget }, patches) {
    if ('isTrusted' in new Event(''))
        return;
    patches.wrap(EventTarget.prototype, 'dispatchEvent', 'value', (next, self, args) => {
        if (args[0] && typeof args[0] === 'object')
            noteDispatched(args[0]);
        return apply(next, self, args);
    });
}

/** The tracks whose one `ended` is to come: the engine's own, if it comes in time, or else the shim's. */
const awaited = weakMap();
/** `stopImmediatePropagation`. */
const stop = (typeof Event === 'function' ? Event.prototype.stopImmediatePropagation : undefined);
const guards = bare({});
/**
 * The listener that holds back the engine's own events of a type from what belongs to a closed connection. What a page
 * dispatches itself is not trusted and passes. It is not the event that says its type: pages patch that.
 */
const guardFor = (type) => guards[type] ||
    (guards[type] = function (event) {
        const isSilenced = isClosed(this);
        if (!isSilenced || isUntrusted(event) || !isSilenced(this, type))
            return;
        if (type === 'ended' && awaited.get(this))
            awaited.set(this, false);
        else
            apply(stop, event, []);
    });
const kindOf = { close: 'RTCDataChannel', ended: 'MediaStreamTrack' };
/** Has the guard stand before the page's listeners, and says where, kind by kind. */
function patchSilence(realm, patches, repairs, peerClose) {
    const silences = [];
    const all = bare({});
    const fires = bare({});
    each(repairs, (repair) => {
        each(repair.silences || [], (kind) => (all[kind] = true));
        if (repair.fires)
            fires[kindOf[repair.fires]] = repair.fires;
    });
    each(keys(kinds), (kind) => {
        const ofPeer = kind === 'RTCDataChannel' ? peerClose : undefined;
        const isSilenced = (object, type) => type === 'close' || type === 'ended' ? type === fires[kind] : !!all[kind] && 'on' + type in object;
        const prototype = (all[kind] || fires[kind] || ofPeer) && realm.prototypeOf(kind);
        add(silences, { kind, isSilenced, fires: fires[kind], guardLate: prototype ? guardFirst(realm, patches, prototype, isSilenced, ofPeer) : undefined });
    });
    return silences;
}
/**
 * Sees to it that the guard is the first listener on every object with this prototype: it goes in just before the
 * page's first one of a type, so that an object without listeners of the page has none of ours and is collected as natively.
 */
function guardFirst(realm, patches, prototype, isSilenced, ofPeer) {
    // Not made where no messages are heard: then thousands of channels need not be looked up.
    let late;
    const isGuarded = (object, type) => isSilenced(object, type) || !!(ofPeer && ofPeer.ours[type]);
    const precede = (object, type, options) => {
        const captures = options && typeof options === 'object' ? options.capture : options;
        if (type === 'message' && !captures && !isClosed(object) && realm.capturesFirst())
            (late = late || weakMap()).set(object, true);
        else
            realm.listen(object, type, guardFor(type));
        if (ofPeer)
            ofPeer.precede(object, type);
    };
    patches.wrap(prototype, 'addEventListener', 'value', (next, self, args) => {
        const type = args[0];
        // What is no such object is the engine's to refuse.
        attempt(() => typeof type === 'string' && isGuarded(self, type) && precede(self, type, args[2]));
        return apply(next, self, args);
    });
    for (const name in prototype) {
        const type = name.slice(2);
        if (name !== 'on' + type || !isGuarded(prototype, type))
            continue;
        patches.wrap(prototype, name, 'set', (next, self, args) => {
            attempt(() => args[0] && precede(self, type));
            return apply(next, self, args);
        });
    }
    return (object) => {
        if (late && late.get(object))
            realm.listen(object, 'message', guardFor('message'));
    };
}

/** Puts a listener before the page's handler, where no setter could be patched to do so in time. */
function listenBefore({ listen }, target, type, listener) {
    const handlers = target;
    const handler = handlers['on' + type];
    handlers['on' + type] = null;
    listen(target, type, listener);
    handlers['on' + type] = handler;
}
/** Guards an object whose handlers are data properties of its own (Chromium below 43). */
function guardOwnHandlers(realm, object, isSilenced) {
    for (const name in object) {
        const type = name.slice(2);
        if (name === 'on' + type && isSilenced(object, type) && ownDescriptor(object, name))
            listenBefore(realm, object, type, guardFor(type));
    }
}

const keeps = { read: ask };
/** The same for the legacy stream getters, slow in Firefox: without transceivers there is no stream, unless one is on its way out. */
const keepsStreams = {
    read(connection, name, memory) {
        const transceivers = memory.currentRemoteDescription === null && ask(connection, 'getTransceivers');
        return transceivers && !transceivers.length ? [] : ask(connection, name);
    },
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
    const { Promise } = realm;
    const error = realm.refusal(name);
    let functions = 0;
    let failed;
    each(args, (arg) => {
        if (typeof arg === 'function' && functions++)
            failed = arg;
    });
    if (!failed)
        return Promise.reject(error);
    realm.task(() => apply(failed, undefined, [error]));
    return Promise && Promise.resolve();
};

/** What a channel reads when the peer has closed: "closing" until its turn. */
const stages = weakMap();
/** By when an engine that fires on channels has done so, in milliseconds; messages that were on their way are there by then. */
const PATIENCE = 40;
/** Closes a channel of a connection that is closed here while its turn is still to come. */
const closeEarly = (channel) => stages.get(channel) && stages.set(channel, 'closed');
/** Whether an `error` is the engine's own of a peer that has closed. Chromium below 102 gives no cause. */
const tellsOfPeer = (event) => !isUntrusted(event) && event.error && (event.error.sctpCauseCode === 12 || event.error.message === 'Transport channel closed');
/**
 * Where the engine does not do it all: closes the channels of a connection whose transport says that the peer is gone, and
 * tells the page in the order of the contract.
 * @see https://w3c.github.io/webrtc-pc/#announcing-a-data-channel-as-closed
 */
function createPeerClose(realm, patches, repairs, { clauses, peerCloseError }) {
    const ours = bare({});
    each(repairs, ({ peer }) => peer && (ours[peer] = true));
    const wantsError = peerCloseError === 'event';
    const isNeeded = (ours.reads || ours.closing || ours.close || (ours.error && wantsError)) && 'sctp' in realm.Connection.prototype;
    // What is fired in turn is fired as a whole.
    if (isNeeded) {
        ours.close = true;
        ours.closing = clauses['peer-close-channels-fire-closing'] !== 'off';
        ours.error = !wantsError || clauses['peer-close-channels-fire-error'] !== 'off';
    }
    const watched = weakMap();
    const heard = weakMap();
    const isSilenced = (channel, type) => {
        const hear = type === 'close' && heard.get(channel);
        if (hear)
            hear();
        return type === 'message' ? stages.get(channel) === 'closed' : !!ours[type];
    };
    const readyState = (_realm, _name, _args, channel) => stages.get(channel);
    const seal = createSealer(realm, bare({ readyState, send: refuses, close: ignores }), isSilenced);
    // No iterator: pages patch those of lists.
    const take = ({ 0: channel, 1: type }) => {
        const isLate = type !== 'close' && stages.get(channel) === 'closed';
        if (type !== 'closing')
            stages.set(channel, 'closed');
        if (!isLate && ours[type] && (type !== 'error' || wantsError))
            realm.fire(channel, type);
    };
    const closeChannels = (connection) => {
        const turns = [];
        let silent = 0;
        let started = false;
        const start = () => {
            if (!started)
                inTasks(realm, turns, take);
            started = true;
        };
        each(channelsOf(connection), (channel) => attempt(() => {
            const { readyState } = channel;
            if (readyState === 'closed' || !seal(channel))
                return;
            stages.set(channel, 'closing');
            // Whoever began to close it, its `closing` is out.
            if (readyState !== 'closing')
                add(turns, [channel, 'closing']);
            add(turns, [channel, 'error']);
            add(turns, [channel, 'close']);
            silent++;
            heard.set(channel, () => --silent || start());
            realm.listen(channel, 'close', guardFor('close'));
        }));
        realm.later(start, PATIENCE);
    };
    const watch = (connection, transport) => {
        if (watched.get(transport))
            return;
        watched.set(transport, true);
        let connected = false;
        const hear = () => attempt(() => {
            const { state } = transport;
            const { sctp } = connection;
            // One that BUNDLE puts out of use was never connected.
            connected = connected || state === 'connected';
            if (state !== 'closed' || !connected || !sctp || (sctp !== transport && sctp.transport !== transport) || !patches.isActive())
                return;
            const signaling = !isClosed(connection) && realm.stateOf(connection);
            // Without a state there is no telling whose close it was.
            if (signaling && signaling !== 'closed')
                closeChannels(connection);
        });
        realm.listen(transport, 'statechange', hear);
        hear();
    };
    function look() {
        attempt(() => {
            const { sctp } = this;
            if (!sctp)
                return;
            watch(this, sctp);
            watch(this, sctp.transport);
        });
    }
    const closingHeard = weakMap();
    function hearClosing(event) {
        attempt(() => !isUntrusted(event) && closingHeard.set(this, true));
    }
    /** Chromium 138 and 156 leave out `closing` on some received channels. */
    function completeClosing(event) {
        attempt(() => {
            if (closingHeard.get(this) || !patches.isActive() || !tellsOfPeer(event) || !seal(this))
                return;
            stages.set(this, 'closing');
            realm.fire(this, 'closing');
            // The page has closed its side in there: what comes is no news.
            if (stages.get(this) === 'closed')
                apply(stop, event, []);
            stages.set(this, 'closed');
            revive(this);
        });
    }
    function muffle(event) {
        attempt(() => patches.isActive() && tellsOfPeer(event) && apply(stop, event, []));
    }
    const startWatching = (connection) => {
        realm.listen(connection, 'signalingstatechange', look);
        apply(look, connection, []);
    };
    return {
        ours,
        watch: isNeeded ? startWatching : undefined,
        precede(channel, type) {
            const isError = type === 'error';
            if (ours.closing && type === 'closing')
                realm.listen(channel, type, hearClosing);
            if (ours.closing && (isError || type === 'closing'))
                realm.listen(channel, 'error', completeClosing);
            if (isError && !wantsError)
                realm.listen(channel, type, muffle);
        },
    };
}

/** What is to be done at close, out of what all repairs ask for. The connection is marked in any case. */
function treat(realm, repairs, silences) {
    const treatments = [];
    each(silences, (treatment) => {
        const { kind } = treatment;
        const members = bare({});
        each(repairs, (repair) => {
            const part = repair[kind] || bare({});
            each(keys(part), (name) => (members[name] = part[name]));
        });
        treatment.seal = createSealer(realm, members, treatment.isSilenced);
        if (treatment.guardLate || keys(members).length || kind === 'RTCPeerConnection')
            add(treatments, treatment);
    });
    return treatments;
}
/** Puts the one `close()` in place. */
function patchClose(realm, patches, repairs, silences, { channelClose, stopTracks }) {
    const closers = repairs.filter(({ closed }) => closed);
    const quietTwice = repairs.some(({ id }) => id === 'close-twice-is-quiet');
    // Chromium below 43.
    const membersOnInstances = false;
    // Made at the first close(): a page that never closes pays for none of it.
    let treatments;
    patches.wrap(realm.Connection.prototype, 'close', 'value', (next, connection, args) => {
        const state = realm.stateOf(connection);
        if (state === 'closed' && quietTwice)
            return undefined;
        // The engine's own error for what is no connection comes from the engine.
        if (!state || state === 'closed' || isClosed(connection))
            return apply(next, connection, args);
        const outer = closing.length;
        const ending = bare([]);
        const announced = bare([]);
        const owned = reach(connection);
        // Inlined by a minifier, what is made here would hold the first connection for ever.
        const all = treatments || (treatments = /*@__NOINLINE__*/ treat(realm, repairs, silences));
        const withOwn = [];
        let sent = [];
        try {
            if (stopTracks)
                sent = sentTracks(connection);
            // As plain as can be: the first close() is paid for by a page that leaves, and there may be thousands of channels.
            for (let k = 0; k < all.length; k++) {
                const { kind, seal, fires, isSilenced, guardLate } = all[k];
                const objects = owned(kind);
                const unfinished = fires === 'ended' ? ending : fires && channelClose === 'event' ? announced : [];
                for (let i = 0; i < objects.length; i++) {
                    const object = objects[i];
                    try {
                        const { readyState } = object;
                        if (membersOnInstances)
                            ;
                        if (guardLate)
                            guardLate(object);
                        // Before the native close(): what the engine fires from inside it meets a closed connection.
                        if (!seal(object)) {
                            closeEarly(object);
                            continue;
                        }
                        // webrtc-adapter up to 8 gives channels a `send` of their own.
                        if (getOwnPropertyNames(object).length)
                            add(withOwn, seal.own(object));
                        closing[closing.length] = object;
                        if (readyState !== 'closed' && readyState !== 'ended')
                            unfinished[unfinished.length] = object;
                    }
                    catch {
                        // The page froze it: it goes on as the engine has it.
                    }
                }
            }
            return apply(next, connection, args);
        }
        finally {
            const isOpen = realm.stateOf(connection) !== 'closed';
            for (let i = outer; isOpen && i < closing.length; i++)
                revive(closing[i]);
            closing.length = outer;
            if (!isOpen) {
                each(withOwn, attempt);
                each(closers, (repair) => repair.closed(connection));
                each(sent, (track) => ask(track, 'stop'));
                each(ending, (track) => awaited.set(track, true));
                inTasks(realm, ending, (track) => {
                    // Firefox dispatches its own `ended` to listeners that never hear a page's: where the engine fires it, that one counts.
                    if (!awaited.get(track))
                        return;
                    awaited.set(track, false);
                    realm.fire(track, 'ended');
                }, () => inTasks(realm, announced, (channel) => realm.fire(channel, 'close')));
            }
        }
    });
}

/** Finds the engine and its version: UA-CH brand "Chromium" first, then the user-agent string. */
function readEnvironment(navigator) {
    const { userAgent = '', userAgentData = {} } = navigator || {};
    const chromium = (userAgentData.brands || []).filter(({ brand }) => brand === 'Chromium')[0];
    if (chromium)
        return { engine: 'chromium', version: +chromium.version };
    // These name engines that they are not.
    if (/Edge\/|Goanna/.test(userAgent))
        return {};
    const found = /(Chrom|Firefox)(?:e|ium|)\/(\d+)/.exec(userAgent) || (false);
    if (found)
        return { engine: found[1] === 'Chrom' ? 'chromium' : 'firefox', version: +found[2] };
    return {};
}

const switches = ['auto', 'force', 'off'];
/** What each of the others may be. */
const choices = bare({ channelClose: ['event', 'silent'], peerCloseError: ['event', 'none'], stopTracks: [false, true] });
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
    demand('the options object', given && typeof given, ['object']);
    const options = bare({ clauses: {}, channelClose: 'event', peerCloseError: 'event', stopTracks: false });
    each(keys(given), (name) => {
        demand('option', name, keys(options));
        if (given[name] !== undefined)
            options[name] = given[name];
    });
    each(keys(choices), (name) => demand('option ' + name, options[name], choices[name]));
    each(keys(options.clauses), (id) => {
        demand('clause', id, ids);
        demand('clause ' + id, options.clauses[id], switches);
    });
    return options;
}

/** The channels that were met in an event. */
const received = weakMap();
const targetOf = (typeof Event === 'function' ? descriptorOf(Event.prototype, 'target')?.get : undefined);
/** Notes a channel that the peer made: the engine's own event, its first reading, and a connection that lives. */
function meetReceived(event, channel, watch) {
    const target = (targetOf ? apply(targetOf, event, []) : event.target);
    if (!target || isUntrusted(event) || isClosed(target) || received.get(channel))
        return;
    received.set(channel, true);
    if (meetChannel(target, channel) && watch)
        watch(target);
}
/**
 * Records the channels of each connection where the page meets them: in what `createDataChannel()` returns,
 * and in the `channel` getter of the event, the only way to a channel that the peer made.
 */
function patchLedger(realm, patches, watch) {
    patches.wrap(realm.Connection.prototype, 'createDataChannel', 'value', (next, self, args) => {
        const channel = apply(next, self, args);
        // As plain as can be: in Firefox all of it is seen in what the call costs.
        try {
            if (meetChannel(self, channel) && watch)
                watch(self);
        }
        catch {
            // The page has its channel, whether or not it could be noted.
        }
        return channel;
    });
    const { RTCDataChannelEvent } = realm.global;
    if (RTCDataChannelEvent) {
        patches.wrap(RTCDataChannelEvent.prototype, 'channel', 'get', (next, self) => {
            const channel = apply(next, self, []);
            attempt(() => meetReceived(self, channel, watch));
            return channel;
        });
    }
}

/** Begins a list of patches. */
function createPatches() {
    let active = true;
    const undos = [];
    /** Replaces one part of a member, or adds it; `own` is its descriptor. */
    const redefine = (owner, name, part, ours, own, enumerable) => {
        // What is not named stays as it is.
        const after = bare(own ? {} : { configurable: true, enumerable: !!enumerable, writable: true });
        after[part] = ours;
        define(owner, name, after);
        add(undos, () => {
            const now = ownDescriptor(owner, name);
            // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the name came in with the patch
            return now && now[part] === ours && (own ? define(owner, name, own) : delete owner[name]);
        });
    };
    return {
        wrap(owner, name, part, behave) {
            const own = ownDescriptor(owner, name);
            // An inherited method is looked up at each call: a layer that patches it later stays in the chain.
            const next = () => (own ? own[part] : getPrototypeOf(owner)[name]);
            const native = next();
            if (part === 'value' && typeof native !== 'function' && name in owner)
                throw new TypeError(name + ' is no method');
            if (!native)
                return;
            const ours = shapedLike(native, (self, args) => (active ? behave(next(), self, args) : apply(next(), self, args)));
            redefine(owner, name, part, ours, own, true);
        },
        name(owner, name, value) {
            redefine(owner, name, 'value', value);
        },
        isActive: () => active,
        undo() {
            active = false;
            let native = true;
            for (let i = undos.length; i--;) {
                const undo = undos[i];
                // What the page froze meanwhile stays a pass-through.
                if (undo && attempt(undo))
                    undos[i] = undefined;
                else if (undo)
                    native = false;
            }
            return native;
        },
    };
}

const names = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection'];
/** The engine's connection constructor, if it has one. */
function findConnection(global) {
    // A page's own `RTCPeerConnection` may be no more than a function that calls the prefixed one (webrtc-adapter of 2014).
    for (let i = 0; i < names.length; i++) {
        const named = global[names[i]];
        if (named && named.prototype && 'close' in named.prototype)
            return named;
    }
    return undefined;
}
/**
 * Reads the engine's members.
 * @throws TypeError where one is not what it should be.
 */
function readRealm(global, Connection) {
    const { prototype } = Connection;
    const { Event, EventTarget, DOMException, Promise, setTimeout } = global;
    const targets = (EventTarget || Connection).prototype;
    const { addEventListener: listen, dispatchEvent: dispatch } = targets;
    if (typeof listen !== 'function' || typeof dispatch !== 'function')
        throw new TypeError('EventTarget has no methods');
    // Chromium below 43 has attributes on the instance.
    const signalingState = descriptorOf(prototype, 'signalingState')?.get;
    const failure = sctpFailures(global);
    let order;
    return {
        global,
        Connection,
        Promise,
        isPrefixedGecko: false,
        stateOf(connection) {
            try {
                return false      && !signalingState ? connection.signalingState : apply(signalingState, connection, []);
            }
            catch {
                return undefined;
            }
        },
        prototypeOf(kind) {
            if (kind === 'RTCPeerConnection')
                return prototype;
            const named = (global[kind] || (false));
            return named && named.prototype;
        },
        listen(target, type, listener) {
            // Gecko 33: tracks are no event targets.
            apply(listen, target, [type, listener, true]);
        },
        capturesFirst() {
            if (order === undefined) {
                order = '';
                // An engine without that constructor is too old.
                attempt(() => {
                    const target = new EventTarget();
                    apply(listen, target, ['order', () => (order += 'last')]);
                    apply(listen, target, ['order', () => (order += 'first,'), true]);
                    apply(dispatch, target, [new Event('order')]);
                });
            }
            return order === 'first,last';
        },
        fire(target, type) {
            const event = type === 'error' ? failure() : new Event(type);
            apply(dispatch, target, [event]);
        },
        refusal(call) {
            const message = call + ': the RTCPeerConnection is closed';
            const name = 'InvalidStateError';
            return new DOMException(message, name);
        },
        later: (run, milliseconds) => setTimeout(run, milliseconds),
        task: tasks(global),
    };
}
/** Makes the `error` of a channel whose transport is gone: an RTCErrorEvent where the engine has it, or an Event with the same `error`. */
function sctpFailures({ RTCError, RTCErrorEvent, Event, DOMException }) {
    const message = 'the peer has closed';
    const detail = { errorDetail: 'sctp-failure', sctpCauseCode: 12 };
    return () => {
        const made = attempt(() => new RTCErrorEvent('error', { error: new RTCError(detail, message) }));
        if (made)
            return made;
        const error = new DOMException(message, 'OperationError');
        each(keys(detail), (name) => define(error, name, { value: detail[name], enumerable: true }));
        return define(new Event('error'), 'error', { value: error, enumerable: true });
    };
}
/** Tasks without timers, which background tabs throttle: one message channel a realm, made at first use. */
function tasks({ MessageChannel: Channel, MessagePort, setTimeout: later }) {
    // Taken before the page can patch them. Gecko below 41 has none of them, and no channel is opened there.
    const part = (owner, name, kind) => (owner && descriptorOf(owner.prototype, name)?.[kind]);
    const port1 = part(Channel, 'port1', 'get');
    const port2 = part(Channel, 'port2', 'get');
    const onmessage = part(MessagePort, 'onmessage', 'set');
    const post = part(MessagePort, 'postMessage', 'value');
    let queue = [];
    let first = 0;
    let port;
    const next = () => {
        const run = queue[first++];
        if (first === queue.length) {
            queue = [];
            first = 0;
        }
        else
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
        // One message is on its way while anything waits.
        if (queue.length === 1)
            send();
    };
}

/**
 * Chromium below 90 rejects with TypeError, 80–83 never settles, Gecko 33 throws a plain Error.
 * The members of senders and of DTMF senders refuse in every engine measured.
 */
const callsAreRefused = {
    id: 'calls-are-refused',
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
};

/** Engines fire late, in another order, or not at all. The shim fires instead of them. */
const channelsFireCloseOnce = { id: 'channels-fire-close-once', fires: 'close' };

/** Chromium 81–101 fires `closing` and `error`, up to 129 `closing`, up to 127 even `open`. */
const channelsFireNothingElse = { id: 'channels-fire-nothing-else', silences: ['RTCDataChannel'] };

/** No engine closes its channels at once: the state follows when the transport is gone, or never. */
const channelsReadClosed = {
    id: 'channels-read-closed',
    RTCDataChannel: { readyState: 'closed' },
};

/** Chromium below 59 throws InvalidStateError. The one `close()` stops at its own mark instead. */
const closeTwiceIsQuiet = { id: 'close-twice-is-quiet' };

/** Chromium below 85 fires `signalingstatechange`, below 80 `iceconnectionstatechange`; Gecko 33 both. */
const connectionFiresNothing = {
    id: 'connection-fires-nothing',
    silences: ['RTCPeerConnection'],
    live: undefined,
};

/** Chromium below 73 goes on reading the last `iceConnectionState`; Firefox 153 may, where ICE began to check as `close()` came. */
const connectionReadsClosed = {
    id: 'connection-reads-closed',
    RTCPeerConnection: { signalingState: 'closed', iceConnectionState: 'closed', connectionState: 'closed' },
};

/**
 * The pending description or else the current one. A description takes Firefox half as long to write out as a whole
 * `close()`: what is known is not read.
 */
const latest = (side) => ({
    read(connection, name, memory) {
        const current = memory['current' + side + 'Description'];
        return current === undefined ? ask(connection, name) : memory['pending' + side + 'Description'] || current;
    },
});
/** Firefox throws InvalidStateError from its description getters and `getLocalStreams()`. */
const descriptionsStayReadable = {
    id: 'descriptions-stay-readable',
    RTCPeerConnection: {
        pendingLocalDescription: keeps,
        currentLocalDescription: keeps,
        localDescription: latest('Local'),
        pendingRemoteDescription: keeps,
        currentRemoteDescription: keeps,
        remoteDescription: latest('Remote'),
        getConfiguration: keeps,
        getLocalStreams: keepsStreams,
    },
};

/** Chromium below 85 goes on to "complete" when the end of gathering was already on its way. */
const gatheringStateStays = {
    id: 'gathering-state-stays',
    RTCPeerConnection: { iceGatheringState: keeps },
};

/** What the clauses on silence hold back, and `ended` that comes too early, never runs inside: the mark on the connection is set first. */
const nothingFiresInsideClose = { id: 'nothing-fires-inside-close' };

/** Chromium 76 to 80 does not; Firefox, and Chromium 81 to 84, have another order. */
const peerCloseChannelsFireCloseOnce = { id: 'peer-close-channels-fire-close-once', peer: 'close' };

/** Chromium 76 to 80 does not; 81 to 83 read "closed" in it; 138 and 156 leave it out on some. */
const peerCloseChannelsFireClosing = { id: 'peer-close-channels-fire-closing', peer: 'closing' };

/** Firefox fires none; Chromium 81 to 84 without an errorDetail. */
const peerCloseChannelsFireError = { id: 'peer-close-channels-fire-error', peer: 'error' };

/** Chromium 76 to 80 leaves them open for ever. */
const peerCloseChannelsReadClosed = { id: 'peer-close-channels-read-closed', peer: 'reads' };

/** Chromium 79–87 leaves received tracks live; 39 ends them from inside `close()`. */
const receivedTracksEnd = {
    id: 'received-tracks-end',
    MediaStreamTrack: { readyState: 'ended' },
    fires: 'ended',
};

/** Chromium 73–102 fires `mute` from inside `close()`. */
const receivedTracksFireNothingElse = { id: 'received-tracks-fire-nothing-else', silences: ['MediaStreamTrack'] };

const { split } = String.prototype;
const parts = (text, mark) => apply(split, text || '', [mark]);
/**
 * Chromium asks its other threads for the attribute, and those are slow while connections are closed. Where a description is in force and
 * none is on its way, its first section tells, whenever that is asked. Firefox, whose descriptions are kept, has the attribute at hand.
 */
const trickles = {
    read(connection, name, memory) {
        const isSettled = memory.currentRemoteDescription === undefined && ask(connection, 'signalingState') === 'stable';
        const current = isSettled && ask(connection, 'currentRemoteDescription');
        return current
            ? () => {
                const section = parts(ask(current, 'sdp'), '\nm=')[1];
                return section ? parts(parts(parts(section, '\na=ice-options:')[1], '\r')[0], 'trickle').length > 1 : null;
            }
            : ask(connection, name);
    },
};
/** Chromium forgets both, and what it sent where a transceiver's stop was pending; Firefox throws from the legacy stream getters. */
const remoteSideStaysReadable = {
    id: 'remote-side-stays-readable',
    RTCPeerConnection: { canTrickleIceCandidates: trickles, getRemoteStreams: keepsStreams, getLocalStreams: keepsStreams },
};

/** Chromium (156 too) still makes the transport when a `setLocalDescription()` was pending. */
const sctpStays = {
    id: 'sctp-stays',
    RTCPeerConnection: { sctp: keeps },
};

/** Chromium fires `statechange` from inside `close()`. */
const sctpTransportFiresNothing = { id: 'sctp-transport-fires-nothing', silences: ['RTCSctpTransport'] };

/** Firefox ignores `send()` for ever, Chromium accepts it until the state flips, below 85 it throws NetworkError. */
const sendIsRefused = {
    id: 'send-is-refused',
    RTCDataChannel: { send: refuses, close: ignores },
};

/** Chromium goes on listing senders and receivers, and ends a pending `replaceTrack()` on what is closed. */
const sendersAreStopped = {
    id: 'senders-are-stopped',
    RTCPeerConnection: { getSenders: empties, getReceivers: empties },
    RTCRtpSender: { track: keeps },
};

const calls = weakMap();
/** The report of a connection that never did anything, for an engine that has none of a closed one; `use` sees to it that this one is closed, too. */
function withBlank({ Connection }, getStats, args, use) {
    const blank = new Connection();
    const report = apply(getStats, blank, args);
    use(() => blank.close(), report);
    return report;
}
/** Firefox never settles a `getStats()` that was pending when `close()` came; up to 150 it rejects later ones. */
const statsStayAvailable = {
    id: 'stats-stay-available',
    live(realm, patches) {
        const native = realm.Promise.prototype.then;
        patches.wrap(realm.Connection.prototype, 'getStats', 'value', (next, self, args) => {
            const report = apply(next, self, args);
            // Callback forms of old engines, and calls on what is no connection.
            if (!report || !realm.stateOf(self))
                return report;
            return (attempt(() => {
                // The engine's own, whatever the page has made of it; another library's promises have theirs.
                const then = report instanceof realm.Promise ? native : report.then;
                return then && settling(realm, self, next, report, then);
            }) || report);
        });
    },
    closed(connection) {
        const pending = calls.get(connection);
        if (pending)
            each(pending.closed, attempt);
    },
};
/** A promise for what a call brings, or for a later report when the connection is closed before that. */
function settling(realm, self, getStats, report, then) {
    const pending = calls.get(self) || { open: 0, closed: [] };
    const done = () => --pending.open || (pending.closed = []);
    // Throws where the page broke what makes promises: then the engine's comes back.
    apply(then, report, [done, done]);
    pending.open++;
    calls.set(self, pending);
    return new realm.Promise((resolve, reject) => {
        const settle = (late) => apply(then, late, [
            resolve,
            // Nothing is returned: who adopted what comes of it would have a rejection that nobody handles.
            (error) => {
                const report = attempt(() => withBlank(realm, getStats, [], (close, instead) => {
                    apply(then, instead, [close, close]);
                    apply(then, instead, [resolve, reject]);
                }));
                if (!report)
                    reject(error);
            },
        ]);
        if (isClosed(self))
            return settle(report);
        apply(then, report, [resolve, reject]);
        add(pending.closed, () => settle(apply(getStats, self, [])));
    });
}

/** Chromium forgets the `mid`; below 103, and in Firefox 115, the directions are not "stopped". */
const transceiversReadStopped = {
    id: 'transceivers-read-stopped',
    RTCRtpTransceiver: { stopped: true, direction: 'stopped', currentDirection: 'stopped', mid: keeps },
};

/** No measured engine empties the list that had one; kept for those that are not known. */
const transceiversStayListed = {
    id: 'transceivers-stay-listed',
    RTCPeerConnection: { getTransceivers: keeps },
};

/** Chromium up to 153, and Firefox 115, fire `statechange` on DTLS transports from inside `close()`. */
const transportsFireNothing = { id: 'transports-fire-nothing', silences: ['RTCDtlsTransport', 'RTCIceTransport'] };

const closed = { state: 'closed' };
/** Firefox leaves the SCTP transport "connected" for ever. */
const transportsReadClosed = {
    id: 'transports-read-closed',
    RTCSctpTransport: closed,
    RTCDtlsTransport: closed,
    RTCIceTransport: closed,
};

/** Chromium below 56 and Firefox below 44 have the constructor under a prefixed name only. */
const unprefixedConstructor = {
    id: 'unprefixed-constructor',
    live({ global, Connection }, patches) {
        const name = (short, value) => {
            if (!global[short] && value)
                patches.name(global, short, value);
        };
        name('RTCPeerConnection', Connection);
        return;
    },
};

const all = [
    unprefixedConstructor,
    closeTwiceIsQuiet,
    connectionReadsClosed,
    channelsReadClosed,
    transportsReadClosed,
    transceiversReadStopped,
    transceiversStayListed,
    sendersAreStopped,
    descriptionsStayReadable,
    sctpStays,
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
    peerCloseChannelsReadClosed,
    peerCloseChannelsFireClosing,
    peerCloseChannelsFireError,
    peerCloseChannelsFireCloseOnce,
];
// What the page puts on `Object.prototype` is no part of a repair. Their parts are lists, and what is walked by its own keys.
each(all, bare);
/** Every repair, in the order of the contract. */
const repairs = all;

/**
 * Decides about one clause; `kept` are the versions in which this engine keeps it. What the table does not know is
 * repaired: a repair is a no-op where the engine keeps the clause.
 */
function select(id, kept, { engine, version }, options) {
    // What is to be silent has to be held back first.
    const isHeld = (options.channelClose === 'silent' && id === 'channels-fire-close-once') || (options.peerCloseError === 'none' && id === 'peer-close-channels-fire-error');
    const choice = isHeld ? 'force' : options.clauses[id];
    if (choice === 'off')
        return { decision: choice, because: 'option' };
    if (choice === 'force')
        return { decision: 'applied', because: 'option' };
    for (let i = 0; i < kept.length; i += 2) {
        if (version >= kept[i] && version <= kept[i + 1]) {
            return { decision: 'not-needed', because: engine + ' ' + kept[i] + '–' + kept[i + 1] + ' keeps it' };
        }
    }
    return { decision: 'applied', because: engine ? engine + ' ' + version + ' is not known to keep it' : 'unknown engine' };
}

const ids = repairs.map(({ id }) => id);
// A clause's id is its sentence.
const sentences = ids.map((id) => id.replace(/-/g, ' '));
/** Where the connection's prototype has the handle: by it a second copy of the shim, of whatever version, finds the first. */
const MARK = '(rtc-close-shim)';
/**
 * Makes `RTCPeerConnection.prototype.close` of a realm keep the close contract. A second install on a realm, also by
 * another copy of the shim, returns the first one's handle.
 * @param realm The global object of a window. Default: this one.
 * @throws TypeError for what is not a realm, and for a wrong option; nothing is installed then.
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-close
 */
function install(realm, options = {}) {
    const own = globalThis;
    const global = (realm === undefined ? own : realm);
    if (!global || typeof global.Object !== 'function') {
        throw new TypeError('rtc-close-shim: the realm is not the global object of a window');
    }
    const chosen = readOptions(options, ids);
    // A getter that throws is the page's: the shim does without what it says.
    const Connection = attempt(() => findConnection(global));
    const present = Connection && attempt(() => Connection.prototype[MARK]);
    if (present)
        return present;
    const patches = createPatches();
    const environment = attempt(() => readEnvironment(global.navigator)) || {};
    let blocked;
    const decide = ({ id }, i) => {
        const rows = environment.engine && table[environment.engine];
        const decision = select(id, (rows && rows[i]) || [], environment, chosen);
        return blocked && decision.decision === 'applied' ? { decision: 'blocked', because: blocked } : decision;
    };
    const handle = {
        version,
        report() {
            const lines = [];
            each(Connection ? repairs : [], (repair, i) => {
                const { id } = repair;
                const { decision, because } = decide(repair, i);
                add(lines, { id, sentence: sentences[i], decision, because, evidence: 'api.RTCPeerConnection.close.' + id });
            });
            return lines;
        },
        uninstall: () => patches.undo(),
    };
    if (!Connection)
        return handle;
    try {
        const engine = readRealm(global, Connection);
        const applied = repairs.filter((repair, i) => decide(repair, i).decision === 'applied');
        patches.name(Connection.prototype, MARK, handle);
        if (false     )
            ;
        const peerClose = createPeerClose(engine, patches, applied, chosen);
        patchLedger(engine, patches, peerClose.watch);
        patchClose(engine, patches, applied, patchSilence(engine, patches, applied, peerClose), chosen);
        applied.forEach((repair) => repair.live && repair.live(engine, patches));
    }
    catch (error) {
        // Frozen prototypes: the shim steps aside whole.
        patches.undo();
        blocked = String(error);
    }
    return handle;
}

export { install };
//# sourceMappingURL=fn.js.map
