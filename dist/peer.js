/*! rtc-close-shim 0.1.0 | BSD-3-Clause */
/** What `run` returns; undefined where it throws. */
function attempt(run) {
    try {
        return run();
    }
    catch (_a) {
        return undefined;
    }
}

const { toString } = Object.prototype;
/** A value in an error's text: a string in quotes, an object by its kind, such as `[object HTMLIFrameElement]`. */
function show(value) {
    if (typeof value === 'string')
        return '"' + value + '"';
    // A Proxy may have been revoked.
    return attempt(() => (value === Object(value) ? toString.call(value) : String(value))) || 'an object';
}

/** Ends a call with what is wrong about what it was given. @throws TypeError */
function refuse(call, text) {
    throw new TypeError('rtc-close-shim: ' + call + '(): ' + text);
}
/**
 * A copy of the options of a call, each read once. What is undefined or null is not given.
 * @throws TypeError for what is no plain object, for an option that the call does not have, and for a wrong one
 */
function readOptions(call, given, expected) {
    const options = {};
    const names = attempt(() => {
        const own = Object.keys(given);
        own.forEach((name) => (options[name] = given[name]));
        return show(given) === '[object Object]' && own;
    });
    if (!names)
        return refuse(call, 'the options are ' + show(given) + '; expected a plain object');
    const known = Object.keys(expected);
    names.forEach((name) => {
        if (known.indexOf(name) < 0)
            refuse(call, 'it has no option ' + show(name) + '; allowed: ' + known.map(show).join(', '));
        const value = options[name];
        const [isRight, words] = expected[name];
        if (value !== undefined && value !== null && !attempt(() => isRight(value))) {
            refuse(call, 'option ' + name + ' is ' + show(value) + '; expected ' + words);
        }
    });
    return options;
}
/** Whether a value is a function. */
const isFunction = (value) => typeof value === 'function';

/** Whether ICE has something to show for its checks: what is asked for earlier is not there yet. */
function isPastChecks({ iceConnectionState }) {
    return iceConnectionState !== 'new' && iceConnectionState !== 'checking';
}

/** Begins a list of listeners. */
function listenFor() {
    let removals = [];
    const known = [];
    let over = false;
    return {
        listen(target, type, listener) {
            if (over || known.some((one) => one[0] === target && one[1] === type))
                return;
            known.push([target, type]);
            target.addEventListener(type, listener);
            removals.push(() => target.removeEventListener(type, listener));
        },
        stop() {
            over = true;
            removals.forEach((remove) => remove());
            removals = [];
            known.length = 0;
        },
        isOver: () => over,
    };
}

/** The transports that a connection uses now, where the engine shows them. */
function transportsOf(connection) {
    const sctp = connection.sctp || undefined;
    const dtls = [];
    const add = (transport) => {
        // Chromium below 76 has none, or one without a state.
        if (transport && transport.state && dtls.indexOf(transport) < 0)
            dtls.push(transport);
    };
    if (sctp)
        add(sctp.transport);
    // Chromium below 69 has no transceivers.
    if (connection.getTransceivers) {
        connection.getTransceivers().forEach(({ currentDirection, receiver }) => {
            if (currentDirection !== 'stopped')
                add(receiver.transport);
        });
    }
    return { dtls, sctp };
}

/**
 * Asks Chromium below 76 for the DTLS sessions of a connection; other engines do not answer.
 * Only the callback form will do: Chromium 64 to 73 crash or hang when the connection is closed while the promise of the other is pending.
 */
function sessionsOf(connection, use) {
    const give = (report) => {
        if (!report.result)
            return;
        const transports = report.result().filter(({ type }) => type === 'googComponent');
        // The cipher is there from the handshake to the close of either side.
        use(transports.map((transport) => ({ id: transport.id, isUp: !!transport.stat('dtlsCipher') })));
    };
    try {
        const asked = connection.getStats(give);
        if (asked)
            asked.then(undefined, () => undefined);
    }
    catch (_a) {
        // An engine that has no such form.
    }
}

/** In milliseconds: Chromium gives statistics that are up to 50 ms old. */
const FRESH = 60;
/** Calls `tell` when each DTLS session of a connection that was up is no more; it asks when it is told to, and never twice at a time. */
function watchSessions(connection, isOver, tell) {
    let up = [];
    let closed = false;
    let turn = 0;
    const isToAsk = () => {
        if (isOver() || connection.signalingState === 'closed' || !isPastChecks(connection))
            return false;
        const { dtls, sctp } = transportsOf(connection);
        return !dtls.length && !sctp;
    };
    return {
        ask() {
            if (!isToAsk())
                return;
            const mine = ++turn;
            const isLate = () => mine !== turn || !isToAsk();
            setTimeout(() => {
                if (isLate())
                    return;
                sessionsOf(connection, (sessions) => {
                    if (isLate())
                        return;
                    const used = sessions.filter(({ id }) => up.indexOf(id) >= 0);
                    closed = used.length > 0 && used.every(({ isUp }) => !isUp);
                    if (closed)
                        tell();
                    else
                        up = sessions.filter(({ isUp }) => isUp).map(({ id }) => id);
                });
            }, FRESH);
        },
        forget() {
            up = [];
            closed = false;
        },
        areClosed: () => closed,
    };
}

/** A transport also closes when a description takes it out of use: whether it still is in use is known when that description is set. In milliseconds. */
const SETTLED = 10;
const isTarget = (value) => isFunction(value.addEventListener);
/** What the options may be. */
const expectedOptions = {
    channels: [(channels) => Array.isArray(channels) && channels.every(isTarget), 'a list of RTCDataChannels'],
};
/**
 * Calls back once when the peer of a connection has closed it: milliseconds after its `close()`, where `connectionState` takes seconds.
 * It patches nothing, adds no channel, and lets go of the connection when it is told, stopped, or closed on this side; then it is silent.
 * @returns what stops it
 * @throws TypeError for what is not a connection, without a callback, and for a wrong option
 * @see https://w3c.github.io/webrtc-pc/#rtcdtlstransportstate-enum
 */
function onPeerClosed(connection, callback, options = {}) {
    if (!isFunction(callback))
        refuse('onPeerClosed', 'the callback is ' + show(callback) + '; expected a function, after the connection');
    return watchPeer('onPeerClosed', connection, callback, readOptions('onPeerClosed', options, expectedOptions));
}
/** Watches a connection for a call of this name. @throws TypeError for what is not a connection */
function watchPeer(call, connection, callback, { channels }) {
    if (!attempt(() => isTarget(connection) && connection.signalingState))
        refuse(call, 'the connection is ' + show(connection) + '; expected an RTCPeerConnection');
    const connected = [];
    let first;
    /** The sign there is now, if any. */
    const sign = () => {
        const { dtls, sctp } = transportsOf(connection);
        const hasClosed = (transports) => {
            const used = transports.filter((transport) => connected.indexOf(transport) >= 0);
            return used.length && used.every(({ state }) => state === 'closed');
        };
        if (dtls.length)
            return hasClosed(dtls) ? 'dtls' : undefined;
        if (sctp)
            return hasClosed([sctp]) ? 'sctp' : undefined;
        if (sessions.areClosed())
            return 'statistics';
        return connection.iceConnectionState === 'failed' ? 'ice-failed' : undefined;
    };
    const tell = (by) => {
        const news = { by, at: performance.now() };
        first = first && first.by === by ? first : news;
        setTimeout(() => {
            if (isOver() || connection.signalingState === 'closed')
                return stop();
            const now = by === 'channel' ? by : sign();
            if (!now)
                first = undefined;
            else if (first) {
                stop();
                callback(first);
            }
        }, SETTLED);
    };
    const look = () => {
        if (connection.signalingState === 'closed')
            return stop();
        const { dtls, sctp } = transportsOf(connection);
        (sctp ? dtls.concat(sctp) : dtls).forEach((transport) => {
            listen(transport, 'statechange', look);
            // One that BUNDLE puts out of use was never connected.
            const isInUse = transport.state === 'connected' || (transport.state === 'closed' && early);
            if (isInUse && connected.indexOf(transport) < 0)
                connected.push(transport);
        });
        const by = sign();
        if (by && !first)
            tell(by);
    };
    const fail = (event) => {
        const { error } = event;
        if (error && error.errorDetail === 'sctp-failure' && !transportsOf(connection).dtls.length)
            tell('channel');
    };
    const hear = ({ type }) => {
        if (type === 'signalingstatechange')
            sessions.forget();
        look();
        sessions.ask();
    };
    const { listen, stop, isOver } = listenFor();
    const sessions = watchSessions(connection, isOver, look);
    // Who asks late finds transports that are closed already.
    let early = isPastChecks(connection);
    // In Chromium 73 and 75 a handshake ends after ICE is connected.
    ['signalingstatechange', 'iceconnectionstatechange', 'connectionstatechange'].forEach((type) => listen(connection, type, hear));
    listen(connection, 'datachannel', (event) => listen(event.channel, 'error', fail));
    if (channels)
        channels.forEach((channel) => listen(channel, 'error', fail));
    look();
    sessions.ask();
    early = false;
    return stop;
}

/**
 * Resolves when the peer of a connection has closed it, milliseconds after its `close()` (later in Chromium below 76); it needs no shim.
 * It stays pending when the connection is closed on this side, and when the peer vanishes without a close (a network that is gone, a page that crashed).
 * @throws TypeError (a rejection) for what is not a connection, and for a wrong option; the signal's reason when it is aborted
 */
function peerClosed(connection, options = {}) {
    return new Promise((resolve, reject) => {
        const read = readOptions('peerClosed', options, {
            channels: expectedOptions.channels,
            signal: [(signal) => isFunction(signal.addEventListener) && typeof signal.aborted === 'boolean', 'an AbortSignal'],
        });
        const { signal } = read;
        const abort = () => {
            stop();
            reject(signal.reason || new DOMException('The waiting was aborted', 'AbortError'));
        };
        const stop = watchPeer('peerClosed', connection, (news) => {
            if (signal)
                signal.removeEventListener('abort', abort);
            resolve(news);
        }, read);
        if (!signal)
            return;
        if (signal.aborted)
            abort();
        else
            signal.addEventListener('abort', abort);
    });
}

export { onPeerClosed, peerClosed };
