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

/** What was expected instead of what was given as a realm; undefined where it is the global object of a window. */
function realmExpected(realm) {
    if (attempt(() => typeof realm.Object === 'function'))
        return undefined;
    return attempt(() => 'contentWindow' in realm) ? 'its contentWindow' : 'a window of this origin, then options';
}

/**
 * The close contract: the id of each clause, which is its sentence in short, and the sentence that is true once it is kept.
 * The id joins a clause's repair, check, test, row in `compat-data.json`, line in the report and switch.
 */
const clauses = {
    'unprefixed-constructor': '`RTCPeerConnection` names the connection constructor',
    'close-twice-is-quiet': 'a second `close()` does nothing',
    'connection-reads-closed': 'the connection states read "closed"',
    'channels-read-closed': 'every data channel reads "closed"',
    'transports-read-closed': 'SCTP, DTLS and ICE transports read "closed"',
    'transceivers-read-stopped': 'transceivers read stopped and keep their `mid`',
    'transceivers-stay-listed': '`getTransceivers()` still lists them all',
    'senders-are-stopped': 'no senders or receivers are left, senders keep their track',
    'descriptions-stay-readable': 'descriptions and configuration keep their last value',
    'sctp-stays': '`sctp` is the transport that it was, or none',
    'gathering-state-stays': '`iceGatheringState` keeps its last value',
    'remote-side-stays-readable': '`canTrickleIceCandidates` and `getRemoteStreams()` keep their last value',
    'nothing-fires-inside-close': 'nothing fires before `close()` has returned',
    'channels-fire-close-once': 'each channel fires `close` once, in order, in a later task',
    'channels-fire-nothing-else': 'channels fire nothing but `close`',
    'received-tracks-end': 'each received track fires `ended` once',
    'received-tracks-fire-nothing-else': 'received tracks fire nothing but `ended`',
    'connection-fires-nothing': 'the connection fires nothing',
    'sctp-transport-fires-nothing': 'the SCTP transport fires nothing',
    'transports-fire-nothing': 'DTLS and ICE transports fire nothing',
    'send-is-refused': '`send()` on a channel throws InvalidStateError',
    'calls-are-refused': 'calls on a closed connection are refused with InvalidStateError',
    'stats-stay-available': '`getStats()` settles, also after `close()`',
    'peer-close-channels-read-closed': 'every data channel reads "closed" when the peer has closed',
    'peer-close-channels-fire-closing': 'each channel fires `closing` once when the peer has closed',
    'peer-close-channels-fire-error': 'then `error` once, but not where the peer closed the channel itself',
    'peer-close-channels-fire-close-once': 'then `close` once, in order',
};

/** A clause's sentence in short: its id says it. */
const sentenceOf = (id) => id.replace(/-/g, ' ');

/** Audio contexts that can't be closed: one a page, which may have six (Chromium below 43, Firefox below 40). */
const lasting = new WeakMap();
/** An oscillator and a canvas as a stream; audio alone where a canvas can't be captured. */
function makeMedia(page) {
    const audio = lasting.get(page) || new (page.AudioContext || page.webkitAudioContext)();
    if (!audio.close)
        lasting.set(page, audio);
    const destination = audio.createMediaStreamDestination();
    const oscillator = audio.createOscillator();
    oscillator.connect(destination);
    oscillator.start();
    const { stream } = destination;
    const canvas = page.document.createElement('canvas');
    const context = canvas.getContext('2d');
    let drawing;
    if (canvas.captureStream && context) {
        drawing = setInterval(() => {
            context.fillStyle = context.fillStyle === '#000000' ? '#ffffff' : '#000000';
            context.fillRect(0, 0, canvas.width, canvas.height);
        }, 40);
        stream.addTrack(canvas.captureStream(25).getVideoTracks()[0]);
    }
    return {
        stream,
        stop() {
            clearInterval(drawing);
            oscillator.stop();
            // Chromium 39 crashes when a track of an audio node is stopped.
            if (!audio.close)
                return;
            tracksOf(stream).forEach((track) => track.stop());
            void audio.close();
        },
    };
}
/** The tracks of a stream; Gecko below 34 has no `getTracks()`. */
const tracksOf = (stream) => stream.getAudioTracks().concat(stream.getVideoTracks());
/** Sends a stream: track by track, or whole where the engine knows no tracks. */
function send(connection, stream) {
    if (connection.addTrack)
        tracksOf(stream).forEach((track) => connection.addTrack(track, stream));
    else
        connection.addStream(stream);
}

/** The connection constructor of a realm, prefixed or not. */
function connectionConstructor(page) {
    return page.RTCPeerConnection || page.webkitRTCPeerConnection || page.mozRTCPeerConnection;
}
/** Waits for a time, in milliseconds. Used to see that nothing happens; never to wait for something. */
const pass = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Waits until a condition holds. @throws Error, of the given name if any, that says what did not come within ten seconds. */
async function until(what, condition, errorName) {
    const end = Date.now() + 10000;
    while (!condition()) {
        if (Date.now() > end) {
            const error = new Error(what + ' did not come within 10 s');
            if (errorName)
                error.name = errorName;
            throw error;
        }
        await pass(5);
    }
}
/**
 * Waits for a time, in milliseconds, in which the thread was free. It is counted in short steps, and one that something else kept busy counts as
 * no more than any other: what comes late in an engine that has other scenes to set comes within it all the same.
 */
async function passFreely(milliseconds) {
    for (let rest = milliseconds; rest > 0; rest -= STEP)
        await pass(STEP);
}
const STEP = 25;
/** What a question answers, or how it threw. */
function answer$1(question) {
    try {
        const value = question();
        if (value === null || typeof value !== 'object')
            return String(value);
        return String(typeof value.length === 'number' ? value.length : value.type || 'object');
    }
    catch (error) {
        return 'throws ' + nameOf(error);
    }
}
/** The name of what was thrown. */
const nameOf = (error) => String((error && error.name) || error);

/** The callback form of an operation, the one that every engine since 2014 has, as a promise. */
const done = (operation) => new Promise((resolve, reject) => {
    operation(resolve, reject);
});
/** Makes two connections that hand each other their candidates. */
function makePair(page) {
    const Connection = connectionConstructor(page);
    const near = new Connection({ iceServers: [] });
    const far = new Connection({ iceServers: [] });
    const waiting = [];
    const join = (from, to) => from.addEventListener('icecandidate', ({ candidate }) => {
        if (!candidate)
            return;
        const give = () => {
            done((ok, ko) => to.addIceCandidate(candidate, ok, ko)).catch(() => undefined);
        };
        if (to.signalingState === 'closed')
            return;
        if (to.remoteDescription && to.remoteDescription.sdp)
            give();
        else
            waiting.push(give);
    });
    join(near, far);
    join(far, near);
    return { near, far, handOver: () => waiting.splice(0).forEach((give) => give()) };
}
const setLocal = (connection, description) => done((ok, ko) => connection.setLocalDescription(description, ok, ko));
const setRemote = (connection, description) => done((ok, ko) => connection.setRemoteDescription(description, ok, ko));
/** Makes an offer and sets it: gathering has begun when this resolves. */
async function offer({ near }) {
    const description = await done((ok, ko) => near.createOffer(ok, ko));
    await setLocal(near, description);
    return description;
}
/** Makes an offer and leaves it while it is being set. */
async function offerPending({ near }) {
    const description = await done((ok, ko) => near.createOffer(ok, ko));
    // It never settles when the connection is closed, or rejects.
    setLocal(near, description).catch(() => undefined);
}
async function answer({ far }, offered) {
    await setRemote(far, offered);
    const description = await done((ok, ko) => far.createAnswer(ok, ko));
    await setLocal(far, description);
    return description;
}
/** Runs offer and answer: connecting has begun when this resolves. */
async function negotiate(pair) {
    const offered = await offer(pair);
    const answered = await answer(pair, offered);
    await setRemote(pair.near, answered);
    pair.handOver();
}
/** Runs offer and answer with all candidates in them: from here on the two connect without the page's help. */
async function negotiateGathered(pair) {
    const gathered = (connection) => until('the end of gathering', () => connection.iceGatheringState === 'complete');
    await offer(pair);
    await gathered(pair.near);
    await answer(pair, pair.near.localDescription);
    await gathered(pair.far);
    await setRemote(pair.near, pair.far.localDescription);
}
/** The name of the error where a channel does not open in time. Not a class: compiled to ECMAScript 5, what extends `Error` is no instance of it. */
const NEVER_OPENED = 'ChannelNeverOpened';
/** Waits until a channel is open. @throws Error named {@link NEVER_OPENED} */
const opened = (channel) => until('an open data channel', () => channel.readyState === 'open', NEVER_OPENED);

const negotiated = { negotiated: true, id: 100 };
/** Two connected sides with media both ways and a channel of each kind. Returns the far end of the received one. */
async function connect(stage) {
    const { near, far, channels, media } = stage;
    channels.first = near.createDataChannel('first');
    channels.second = near.createDataChannel('second');
    channels.negotiated = near.createDataChannel('negotiated', negotiated);
    far.createDataChannel('negotiated', negotiated);
    const received = far.createDataChannel('received');
    near.addEventListener('datachannel', ({ channel }) => {
        channels.received = channel;
    });
    send(near, media.stream);
    send(far, media.stream);
    await negotiate(stage);
    await opened(channels.first);
    await opened(channels.second);
    await opened(channels.negotiated);
    await until('a received data channel', () => channels.received);
    await opened(channels.received);
    await opened(received);
    await unmuted(near);
    return received;
}
/** Waits until media arrives; not in an engine that does not say so within a second. */
async function unmuted(near) {
    const muted = () => near.getReceivers().some(({ track }) => track.muted);
    for (let i = 0; i < 50 && typeof near.getReceivers === 'function' && muted(); i++)
        await pass(20);
}
/** More than a transport sends at once. */
function fillBuffer(channel) {
    const text = new Array(10001).join('x');
    for (let i = 0; i < 20; i++)
        channel.send(text);
}
/** Both sides with media and a channel, before they negotiate. */
function prepare({ near, far, channels, media }) {
    channels.first = near.createDataChannel('first');
    send(near, media.stream);
    send(far, media.stream);
}
/**
 * Negotiates and closes in the first event of a type, in a handler that took its time: more of its kind is queued by then.
 * An engine that does not fire it within three seconds is closed without; one that has no such target, at once.
 */
const closesIn = (type, targets, stage, busy = 100) => (close) => new Promise((resolve) => {
    let closed = false;
    const act = () => {
        if (closed)
            return;
        closed = true;
        close();
        resolve();
    };
    targets.forEach((target) => target.addEventListener(type, act));
    // What is pending when the connection closes never settles, or rejects.
    negotiate(stage).catch(() => undefined);
    void pass(targets.length && 3000).then(act);
});
/** The situations, each closed once. */
const scenes = [
    {
        name: 'connected',
        async sets(stage) {
            await connect(stage);
            stage.channels.closing = stage.near.createDataChannel('closing');
            await opened(stage.channels.closing);
            fillBuffer(stage.channels.first);
            // Its close event is on its way before close() comes, out of turn.
            stage.channels.closing.close();
            stage.channels.unopened = stage.near.createDataChannel('unopened');
        },
    },
    {
        name: 'never connected',
        sets({ near, channels, media }) {
            channels.first = near.createDataChannel('first');
            channels.second = near.createDataChannel('second');
            send(near, media.stream);
            return Promise.resolve();
        },
    },
    {
        name: 'gathering',
        async sets(stage) {
            stage.channels.first = stage.near.createDataChannel('first');
            send(stage.near, stage.media.stream);
            await offer(stage);
        },
    },
    {
        name: 'setting a description',
        sets(stage) {
            stage.channels.first = stage.near.createDataChannel('first');
            return offerPending(stage);
        },
    },
    {
        name: 'connecting',
        async sets(stage) {
            stage.channels.first = stage.near.createDataChannel('first');
            send(stage.near, stage.media.stream);
            await negotiate(stage);
        },
    },
    {
        name: 'events queued',
        async sets(stage) {
            const { near, far, channels, media } = stage;
            channels.first = near.createDataChannel('first');
            far.createDataChannel('received');
            send(near, media.stream);
            send(far, media.stream);
            await negotiateGathered(stage);
        },
    },
    {
        name: 'peer gone',
        async sets(stage) {
            await connect(stage);
            stage.far.close();
            // The news of the peer's close() is there within milliseconds, or not for half a minute.
            await pass(300);
        },
    },
    {
        name: 'inside onmessage',
        async sets(stage) {
            const received = await connect(stage);
            stage.closeInside = (close) => new Promise((resolve) => {
                let closed = false;
                stage.channels.received.addEventListener('message', () => {
                    if (closed)
                        return;
                    closed = true;
                    close();
                    resolve();
                });
                for (let i = 0; i < 10; i++)
                    received.send('go');
            });
        },
    },
    {
        name: 'before another',
        async sets(stage, page) {
            await connect(stage);
            stage.another = makePair(page).near;
            stage.channels.another = stage.another.createDataChannel('another');
        },
    },
    {
        name: 'inside ondatachannel',
        sets(stage) {
            const { near, far, channels } = stage;
            channels.first = near.createDataChannel('first');
            far.createDataChannel('late');
            stage.closeInside = (close, meet) => new Promise((resolve) => {
                let closed = false;
                const act = (event) => {
                    if (closed)
                        return;
                    closed = true;
                    close();
                    if (event)
                        meet('late', event.channel);
                    resolve();
                };
                near.addEventListener('datachannel', act);
                // What is pending when the connection closes never settles, or rejects.
                negotiate(stage).catch(() => undefined);
                void pass(3000).then(() => act());
            });
            return Promise.resolve();
        },
    },
    {
        name: 'inside onicecandidate',
        sets(stage) {
            prepare(stage);
            stage.closeInside = closesIn('icecandidate', [stage.near], stage);
            return Promise.resolve();
        },
    },
    {
        name: 'inside ontrack',
        sets(stage) {
            prepare(stage);
            stage.closeInside = closesIn('ontrack' in stage.near ? 'track' : 'addstream', [stage.near], stage);
            return Promise.resolve();
        },
    },
    {
        name: 'inside onunmute',
        sets(stage) {
            prepare(stage);
            const { near } = stage;
            // The other track's first packet can take as long as its encoder's first frame.
            stage.closeInside = closesIn('unmute', near.getReceivers ? near.getReceivers().map(({ track }) => track) : [], stage, 400);
            return Promise.resolve();
        },
    },
];
/** The situations in which the peer closes. */
const peerScenes = [
    {
        name: 'the peer closes',
        async sets(stage) {
            await connect(stage);
        },
    },
    {
        name: 'the peer closes a channel, then itself',
        async sets(stage) {
            const received = await connect(stage);
            received.close();
            await until('a channel that the peer closed', () => stage.channels.received.readyState === 'closed');
            // Its events are on their way.
            await pass(50);
        },
    },
];
/**
 * Sets a scene in a realm. Where a data channel does not open in time (seen natively in Chromium 138 on a busy machine),
 * the scene is set once more: how engines connect is not what is looked at here.
 */
async function setScene(page, scene, isSecond) {
    const stage = Object.assign(Object.assign({}, makePair(page)), { channels: {}, media: makeMedia(page) });
    try {
        await scene.sets(stage, page);
    }
    catch (error) {
        strike(stage);
        if (isSecond || nameOf(error) !== NEVER_OPENED)
            throw error;
        return setScene(page, scene, true);
    }
    return stage;
}
/** Ends what a scene began. */
function strike({ near, far, another, media }) {
    media.stop();
    [near, far, another].forEach((connection) => {
        if (connection && connection.signalingState !== 'closed')
            connection.close();
    });
}

/** An outcome that says that a call neither returned a promise nor threw. */
const returned = 'returns ';
const patience = 1000;
/** What a call did: threw, returned, or what its promise came to within a second. */
async function outcome(call) {
    try {
        const value = call();
        if (!value || typeof value.then !== 'function')
            return returned + String(value);
        return await Promise.race([
            value.then(() => 'resolves', (error) => 'rejects ' + nameOf(error)),
            pass(patience).then(() => 'never settles'),
        ]);
    }
    catch (error) {
        return 'throws ' + nameOf(error);
    }
}
/** Closes a connected connection and calls everything on it that a closed one refuses, or still answers. */
async function callAll(page, withoutStats) {
    const stage = await setScene(page, scenes[0]);
    const { near, channels, media } = stage;
    const track = tracksOf(media.stream)[0];
    const description = near.remoteDescription;
    const sender = near.getSenders && near.getSenders()[0];
    const transceiver = near.getTransceivers && near.getTransceivers()[0];
    const parameters = sender && sender.getParameters && sender.getParameters();
    let configuration;
    try {
        configuration = near.getConfiguration();
    }
    catch (_a) {
        // Chromium below 70 has none; Gecko 33 has one that can't be called.
    }
    const dtmf = near.getSenders && near.getSenders().map((each) => each.dtmf).filter((each) => each)[0];
    const candidate = new (page.RTCIceCandidate || page.mozRTCIceCandidate)({ candidate: 'candidate:1 1 udp 2113937151 127.0.0.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 });
    const calls = {};
    const has = (object, name) => object && name in object;
    const call = (name, act) => {
        calls[name] = outcome(act);
    };
    const asks = !withoutStats && has(near, 'getStats');
    if (asks)
        call('getStats() pending', statistics(near));
    near.close();
    Object.keys(channels).forEach((name) => {
        call('channel ' + name + '.send()', () => channels[name].send('too late'));
        call('channel ' + name + '.close()', () => channels[name].close());
    });
    const promised = near.createOffer.length === 0;
    const either = (operation) => promised ? () => operation() : () => done((ok, ko) => operation(ok, ko));
    /* eslint-disable @typescript-eslint/no-explicit-any -- each call in the form its engine has */
    const connection = near;
    call('createOffer()', either((...callbacks) => connection.createOffer(...callbacks)));
    call('createAnswer()', either((...callbacks) => connection.createAnswer(...callbacks)));
    call('setLocalDescription()', either((...callbacks) => connection.setLocalDescription(description, ...callbacks)));
    call('setRemoteDescription()', either((...callbacks) => connection.setRemoteDescription(description, ...callbacks)));
    call('setLocalDescription() of nothing', () => connection.setLocalDescription());
    call('addIceCandidate() of nothing', () => connection.addIceCandidate());
    call('addIceCandidate()', either((...callbacks) => connection.addIceCandidate(candidate, ...callbacks)));
    call('createDataChannel()', () => near.createDataChannel('too late'));
    if (has(near, 'addTrack'))
        call('addTrack()', () => near.addTrack(track.clone(), media.stream));
    if (sender && has(near, 'removeTrack'))
        call('removeTrack()', () => near.removeTrack(sender));
    if (has(near, 'addTransceiver'))
        call('addTransceiver()', () => near.addTransceiver('audio'));
    if (has(near, 'setConfiguration'))
        call('setConfiguration()', () => near.setConfiguration(configuration || {}));
    if (has(near, 'restartIce'))
        call('restartIce()', () => near.restartIce());
    if (transceiver) {
        if (has(transceiver, 'stop'))
            call('transceiver.stop()', () => transceiver.stop());
        call('transceiver.direction =', () => {
            transceiver.direction = 'inactive';
        });
    }
    if (sender && has(sender, 'replaceTrack'))
        call('sender.replaceTrack()', () => sender.replaceTrack(null));
    if (sender && has(sender, 'setParameters'))
        call('sender.setParameters()', () => sender.setParameters(parameters));
    if (sender && has(sender, 'setStreams'))
        call('sender.setStreams()', () => sender.setStreams());
    if (dtmf)
        call('dtmf.insertDTMF()', () => dtmf.insertDTMF('1'));
    if (asks)
        call('getStats() afterwards', statistics(near));
    const outcomes = {};
    for (let i = 0, names = Object.keys(calls); i < names.length; i++)
        outcomes[names[i]] = await calls[names[i]];
    strike(stage);
    return outcomes;
}
/** Asks for statistics in the form the engine has. */
const statistics = (connection) => () => {
    const { getStats } = connection;
    if (getStats.length === 0)
        return connection.getStats();
    // Gecko below 36 wants the selector first, Chromium below 58 none at all.
    return done((ok, ko) => (getStats.length > 2 ? getStats.call(connection, null, ok, ko) : getStats.call(connection, ok, ko)));
};

/** Looks at every recording. */
const eachRecording = (look) => (evidence) => {
    const findings = [];
    evidence.recordings.forEach((recording) => {
        look(recording).forEach((broken) => findings.push({ in: recording.scene, broken }));
    });
    return findings;
};
/** Compares the readings whose path matches with what they should be: a fixed value, or one made of the path. */
function compare(readings, pattern, wanted) {
    return Object.keys(readings)
        .filter((path) => pattern.test(path))
        .map((path) => {
        const value = typeof wanted === 'string' ? wanted : wanted(path);
        // What threw while the connection was open has no value to keep (`getConfiguration()` in Gecko 33).
        return readings[path] === value || /^throws /.test(value) ? undefined : path + ' reads "' + readings[path] + '"';
    });
}
/** What matches reads, at once and later, the value, or what it read before. */
const reads = (pattern, value) => eachRecording(({ before, atOnce, later }) => {
    const wanted = value || ((path) => before[path]);
    return compare(atOnce, pattern, wanted).concat(compare(later, pattern, wanted));
});
/** Says of each target of a kind what it heard that it should not have; each way of listening counts alone. */
function silent({ before, heard, heardAfterSecond }, targets, unwanted) {
    const names = [];
    Object.keys(before).forEach((path) => {
        const name = path.split('.')[0];
        if (targets.test(name) && names.indexOf(name) < 0)
            names.push(name);
    });
    const all = heard.concat(heardAfterSecond).filter((one) => targets.test(one.target) && unwanted(one));
    const broken = names.map((name) => {
        const mine = unique(all.filter(({ target }) => target === name).map(({ type }) => type));
        return mine.length ? name + ' fires ' + mine.join(', ') : undefined;
    });
    return broken;
}
/** The values without repetition, in order of first appearance. */
const unique = (values) => values.filter((value, i) => values.indexOf(value) === i);
/** Compares what calls did with what they should do; calls that the engine lacks are passed over. */
const compareCalls = (wanted) => ({ calls }) => {
    const findings = [];
    Object.keys(calls).forEach((name) => {
        const right = wanted(name);
        if (right)
            findings.push({ in: 'connected', broken: right.test(calls[name]) ? undefined : name + ' ' + calls[name] });
    });
    return findings;
};
/**
 * Looks at each channel of every recording of a peer's close, in an engine in which a transport tells of it; each way of listening
 * counts alone. `closed`: the peer had closed the channel itself.
 */
const eachChannelOfPeer = (look) => ({ peerRecordings }) => {
    const findings = [];
    peerRecordings.forEach((recording) => {
        const { scene, before, heard } = recording;
        if (!('sctp transport.state' in before))
            return;
        Object.keys(before).forEach((path) => {
            const [name, attribute] = path.split('.');
            if (attribute !== 'readyState' || !/^channel /.test(name))
                return;
            ['listener', 'handler'].forEach((via) => {
                // `closing` has no handler attribute in Chromium below 81.
                const hears = (type) => heard.some((one) => one.type === type && one.via === via);
                const mine = heard.filter((one) => one.target === name && one.via === (hears(one.type) ? via : 'listener'));
                findings.push({ in: scene, broken: look({ name, heard: mine, closed: before[path] === 'closed' }, recording) });
            });
        });
    });
    return findings;
};
/** Says how often a channel heard an event of a peer's close, if not once, and what it read then, if not `state`. */
function heardOnce(name, heard, type, state) {
    const mine = heard.filter((one) => one.type === type);
    if (mine.length !== 1)
        return name + ' fires ' + type + ' ' + mine.length + ' times';
    return mine[0].state === state ? undefined : name + ' reads "' + mine[0].state + '" in its ' + type + ' event';
}

const rejecting = /^(create(Offer|Answer)|set(Local|Remote)Description|addIceCandidate|sender\.(replaceTrack|setParameters))\(/;
const callsAreRefused = {
    id: 'calls-are-refused',
    expected: 'InvalidStateError, thrown or as a rejection; `restartIce()` does nothing',
    look: compareCalls((name) => {
        if (/^channel |^getStats/.test(name))
            return undefined;
        if (name === 'restartIce()')
            return /^returns undefined$/;
        return rejecting.test(name) ? /^rejects InvalidStateError$/ : /^throws InvalidStateError$/;
    }),
};

/** What one way of listening heard of `close`. */
function heardBy(via, { before, heard, heardAfterSecond }) {
    const closes = heard.concat(heardAfterSecond).filter((one) => one.type === 'close' && one.via === via);
    const owed = [];
    const findings = Object.keys(before)
        .filter((path) => /^channel .*\.readyState$/.test(path))
        .map((path) => {
        const name = path.split('.')[0];
        const mine = closes.filter(({ target }) => target === name);
        const isDue = before[path] !== 'closed';
        if (isDue)
            owed.push(name);
        // Where the page, or the peer, has closed it before, its event may have been on its way.
        if (mine.length > 1 || (isDue && !mine.length))
            return name + ' (' + before[path] + ') fires close ' + mine.length + ' times';
        if (mine.some(({ phase }) => phase === 'inside'))
            return name + ' fires close inside close()';
        if (mine.some(({ state }) => state !== 'closed'))
            return name + ' reads "' + mine[0].state + '" in its close event';
        return undefined;
    });
    const order = unique(closes.map(({ target }) => target)).filter((name) => owed.indexOf(name) >= 0);
    const right = owed.filter((name) => order.indexOf(name) >= 0);
    if (order.join() !== right.join())
        findings.push('channels fire close in another order than they were met');
    return findings;
}
const channelsFireCloseOnce = {
    id: 'channels-fire-close-once',
    expected: 'one `close` on each channel that was not closed, in the order of meeting, later',
    look: eachRecording((recording) => heardBy('listener', recording).concat(heardBy('handler', recording))),
};

const channelsFireNothingElse = {
    id: 'channels-fire-nothing-else',
    expected: 'no event but `close`',
    look: eachRecording((recording) => silent(recording, /^channel /, ({ type }) => type !== 'close')),
};

const channelsReadClosed = {
    id: 'channels-read-closed',
    expected: '"closed" at once and later, `bufferedAmount` as it was',
    look: eachRecording(({ before, atOnce, later }) => {
        const state = /^channel .*\.readyState$/;
        const buffered = compare(atOnce, /^channel .*\.bufferedAmount$/, (path) => (path in before ? before[path] : atOnce[path]));
        return compare(atOnce, state, 'closed').concat(compare(later, state, 'closed'), 
        // By how much a buffer had drained is the engine's mood; that it changed is not.
        buffered.map((broken) => broken && broken.replace(/ reads .*/, ' has changed')));
    }),
};

const closeTwiceIsQuiet = {
    id: 'close-twice-is-quiet',
    expected: 'the second `close()` returns undefined and nothing fires',
    look: eachRecording(({ second, heardAfterSecond }) => [
        second === 'undefined' ? undefined : 'the second close() ' + second,
        heardAfterSecond[0] && heardAfterSecond[0].target + ' fires ' + heardAfterSecond[0].type + ' after the second close()',
    ]),
};

const connectionFiresNothing = {
    id: 'connection-fires-nothing',
    expected: 'no event',
    look: eachRecording((recording) => silent(recording, /^connection$/, () => true)),
};

const connectionReadsClosed = {
    id: 'connection-reads-closed',
    expected: '"closed" at once and later',
    look: reads(/^connection\.(signalingState|iceConnectionState|connectionState)$/, 'closed'),
};

const descriptionsStayReadable = {
    id: 'descriptions-stay-readable',
    expected: 'what was read before is read afterwards',
    look: reads(/^connection\.(.*Description|getConfiguration\(\)|getLocalStreams\(\))$/),
};

const gatheringStateStays = {
    id: 'gathering-state-stays',
    expected: 'what was read before is read afterwards',
    look: reads(/^connection\.iceGatheringState$/),
};

const nothingFiresInsideClose = {
    id: 'nothing-fires-inside-close',
    expected: 'no listener or handler runs before `close()` has returned',
    look: eachRecording((recording) => silent(recording, /./, ({ phase }) => phase === 'inside')),
};

/** Whether a channel fires `close` in its turn: after those that were met before it. */
const inTurn = (name, before, order) => unique(Object.keys(before).map((path) => path.split('.')[0]))
    .filter((other) => order.indexOf(other) >= 0)
    .indexOf(name) === order.indexOf(name);
const peerCloseChannelsFireCloseOnce = {
    id: 'peer-close-channels-fire-close-once',
    expected: 'one `close` on each channel that was open, the last of its events, in the order of meeting',
    look: eachChannelOfPeer(({ name, heard, closed }, recording) => {
        const closes = recording.heard.filter(({ type }) => type === 'close');
        if (closed)
            return heard.some(({ type }) => type === 'close') ? name + ' fires close again' : undefined;
        const last = heard[heard.length - 1];
        return (heardOnce(name, heard, 'close', 'closed') ||
            (last.type !== 'close' ? name + ' fires ' + last.type + ' after close' : undefined) ||
            (inTurn(name, recording.before, unique(closes.map(({ target }) => target))) ? undefined : 'channels fire close in another order than they were met'));
    }),
};

const peerCloseChannelsFireClosing = {
    id: 'peer-close-channels-fire-closing',
    expected: 'one `closing` on each channel that was open, which reads "closing" then',
    look: eachChannelOfPeer(({ name, heard, closed }) => (closed ? undefined : heardOnce(name, heard, 'closing', 'closing'))),
};

const peerCloseChannelsFireError = {
    id: 'peer-close-channels-fire-error',
    expected: 'one `error` with "sctp-failure" on each channel that was open, before its `close`; none on one that the peer closed itself',
    look(evidence) {
        const look = eachChannelOfPeer(({ name, heard, closed }) => {
            const errors = heard.filter(({ type }) => type === 'error');
            if (closed)
                return errors.length ? name + ' fires error' : undefined;
            const wanted = (evidence.page.RTCErrorEvent ? 'RTCErrorEvent' : 'Event') + ' with sctp-failure';
            const order = heard.map(({ type }) => type).filter((type) => type === 'error' || type === 'close');
            return (heardOnce(name, heard, 'error', 'closed') ||
                (errors[0].error !== wanted ? name + ' fires ' + errors[0].error : order[0] !== 'error' ? name + ' fires error after close' : undefined));
        });
        return look(evidence);
    },
};

const peerCloseChannelsReadClosed = {
    id: 'peer-close-channels-read-closed',
    expected: '"closed" soon after the transport is',
    look: eachChannelOfPeer(({ name }, { later }) => {
        const state = later[name + '.readyState'];
        return state === 'closed' ? undefined : name + ' reads "' + state + '"';
    }),
};

const receivedTracksEnd = {
    id: 'received-tracks-end',
    expected: 'one `ended` on each live received track, later, and "ended" is read in it',
    look: eachRecording(({ before, later, heard, heardAfterSecond }) => {
        const findings = [];
        Object.keys(before).forEach((path) => {
            const name = path.split('.')[0];
            if (!/^received track .*\.readyState$/.test(path))
                return;
            const due = before[path] === 'live' ? 1 : 0;
            ['listener', 'handler'].forEach((via) => {
                const mine = heard.concat(heardAfterSecond).filter((one) => one.target === name && one.type === 'ended' && one.via === via);
                if (mine.length !== due)
                    findings.push(name + ' fires ended ' + mine.length + ' times');
                else if (mine.some(({ phase }) => phase === 'inside'))
                    findings.push(name + ' fires ended inside close()');
                else if (mine.some(({ state }) => state !== 'ended'))
                    findings.push(name + ' reads "' + mine[0].state + '" in its ended event');
                else
                    findings.push(undefined);
            });
            findings.push(later[path] === 'ended' ? undefined : path + ' reads "' + later[path] + '"');
        });
        return findings;
    }),
};

const receivedTracksFireNothingElse = {
    id: 'received-tracks-fire-nothing-else',
    expected: 'no event but `ended`',
    look: eachRecording((recording) => silent(recording, /^received track /, ({ type }) => type !== 'ended')),
};

const remoteSideStaysReadable = {
    id: 'remote-side-stays-readable',
    expected: 'what was read before is read afterwards',
    look: reads(/^connection\.(canTrickleIceCandidates|getRemoteStreams\(\))$/),
};

const sctpStays = {
    id: 'sctp-stays',
    expected: 'what was read before is read afterwards',
    look: reads(/^connection\.sctp$/),
};

const sctpTransportFiresNothing = {
    id: 'sctp-transport-fires-nothing',
    expected: 'no event',
    look: eachRecording((recording) => silent(recording, /^sctp /, () => true)),
};

const sendIsRefused = {
    id: 'send-is-refused',
    expected: '`send()` throws InvalidStateError, `close()` does nothing',
    look: compareCalls((name) => /^channel .*send/.test(name) ? /^throws InvalidStateError$/ : /^channel .*close/.test(name) ? /^returns undefined$/ : undefined),
};

const sendersAreStopped = {
    id: 'senders-are-stopped',
    expected: 'no senders and receivers are listed, a held sender keeps its track, the local track stays live',
    look: eachRecording(({ before, atOnce, later }) => {
        const look = (readings) => compare(readings, /^connection\.get(Senders|Receivers)\(\)$/, '0').concat(compare(readings, /^sender .*\.track$/, (path) => before[path]), compare(readings, /^local track /, 'live'));
        return look(atOnce).concat(look(later));
    }),
};

const statsStayAvailable = {
    id: 'stats-stay-available',
    expected: 'a pending `getStats()` settles, one called afterwards resolves',
    look: compareCalls((name) => name === 'getStats() pending' ? /^(resolves|rejects .*)$/ : name === 'getStats() afterwards' ? /^resolves$/ : undefined),
};

const transceiversReadStopped = {
    id: 'transceivers-read-stopped',
    expected: 'stopped true, directions "stopped", `mid` as it was',
    look: eachRecording(({ before, atOnce, later }) => {
        const was = (path) => before[path];
        const look = (readings) => compare(readings, /^transceiver .*\.stopped$/, 'true').concat(compare(readings, /^transceiver .*\.(direction|currentDirection)$/, 'stopped'), compare(readings, /^transceiver .*\.mid$/, was));
        return look(atOnce).concat(look(later));
    }),
};

const transceiversStayListed = {
    id: 'transceivers-stay-listed',
    expected: 'as many as before',
    look: reads(/^connection\.getTransceivers\(\)$/),
};

const transportsFireNothing = {
    id: 'transports-fire-nothing',
    expected: 'no event',
    look: eachRecording((recording) => silent(recording, /^(dtls|ice) /, () => true)),
};

const transportsReadClosed = {
    id: 'transports-read-closed',
    expected: '"closed" at once and later',
    look: reads(/^(sctp|dtls|ice) .*\.state$/, 'closed'),
};

const unprefixedConstructor = {
    id: 'unprefixed-constructor',
    expected: '`RTCPeerConnection` is the constructor of connections',
    look({ page }) {
        // Where the engine has none under any name, there is none to be named.
        if (!attempt(() => connectionConstructor(page)))
            return [];
        const { RTCPeerConnection } = page;
        return [{ in: 'window', broken: typeof RTCPeerConnection === 'function' ? undefined : 'RTCPeerConnection is ' + typeof RTCPeerConnection }];
    },
};

/** Every check, in the order of the contract. */
const checks = [
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

const attributes = [
    [
        /^connection$/,
        ['signalingState', 'iceConnectionState', 'connectionState', 'iceGatheringState', 'canTrickleIceCandidates', 'sctp']
            .concat(['localDescription', 'currentLocalDescription', 'pendingLocalDescription'])
            .concat(['remoteDescription', 'currentRemoteDescription', 'pendingRemoteDescription']),
    ],
    [/^channel /, ['readyState', 'bufferedAmount']],
    [/^(sctp|dtls|ice) /, ['state']],
    [/^transceiver /, ['mid', 'stopped', 'direction', 'currentDirection']],
    [/^sender /, ['track']],
    [/^(received|local) track /, ['readyState']],
];
const methods = ['getSenders', 'getReceivers', 'getTransceivers', 'getConfiguration', 'getLocalStreams', 'getRemoteStreams'];
/** Collects what a connection owns while it is open. */
function castOf({ near, channels, media }) {
    const cast = { connection: near };
    const all = [near];
    const add = (name, object) => {
        if (!object || all.indexOf(object) >= 0)
            return;
        all.push(object);
        cast[name] = object;
    };
    const addTransport = (transport, name) => {
        if (!transport)
            return;
        add('dtls ' + name, transport);
        add('ice ' + name, transport.iceTransport);
    };
    Object.keys(channels).forEach((name) => add('channel ' + name, channels[name]));
    if (near.sctp) {
        add('sctp transport', near.sctp);
        addTransport(near.sctp.transport, 'transport');
    }
    (near.getTransceivers ? near.getTransceivers() : []).forEach((transceiver, i) => add('transceiver ' + i, transceiver));
    (near.getSenders ? near.getSenders() : []).forEach((sender, i) => {
        add('sender ' + i, sender);
        addTransport(sender.transport, 'transport of sender ' + i);
    });
    const addReceived = (track) => add('received track ' + track.kind, track);
    if (near.getReceivers)
        near.getReceivers().forEach(({ track }) => addReceived(track));
    else
        near.getRemoteStreams().forEach((stream) => tracksOf(stream).forEach(addReceived));
    tracksOf(media.stream).forEach((track) => add('local track ' + track.kind, track));
    return cast;
}
/** Reads every attribute of the cast. */
function readAll(cast) {
    const readings = {};
    Object.keys(cast).forEach((name) => {
        const object = cast[name];
        attributes.forEach(([pattern, members]) => {
            if (!pattern.test(name))
                return;
            members.forEach((member) => {
                if (member in object)
                    readings[name + '.' + member] = answer$1(() => object[member]);
            });
        });
    });
    const connection = cast.connection;
    methods.forEach((method) => {
        if (connection[method])
            readings['connection.' + method + '()'] = answer$1(() => connection[method]());
    });
    return readings;
}

/** For how long a closed connection is watched, in milliseconds. Engines' own late events come within 300, and later where other scenes are being set. */
const watched = 500;
const types = [
    [
        /^connection$/,
        ['signalingstatechange', 'iceconnectionstatechange', 'connectionstatechange', 'icegatheringstatechange']
            .concat(['negotiationneeded', 'icecandidate', 'icecandidateerror', 'track', 'datachannel', 'addstream', 'removestream']),
    ],
    [/^channel /, ['open', 'message', 'bufferedamountlow', 'closing', 'error', 'close']],
    [/^(sctp|dtls) /, ['statechange', 'error']],
    [/^ice /, ['statechange', 'gatheringstatechange', 'selectedcandidatepairchange']],
    [/^received track /, ['mute', 'unmute', 'ended']],
];
const stateOf = (target) => {
    const object = target;
    return answer$1(() => object.readyState || object.state || object.signalingState);
};
/** Listens to everything in both ways. */
function hear(cast, note) {
    Object.keys(cast).forEach((name) => {
        const target = cast[name];
        types.forEach(([pattern, events]) => {
            // Gecko 33: tracks are no event targets.
            if (!pattern.test(name) || !target.addEventListener)
                return;
            events.forEach((type) => {
                target.addEventListener(type, (event) => note(name, type, 'listener', stateOf(target), event));
                if ('on' + type in target) {
                    target['on' + type] = (event) => note(name, type, 'handler', stateOf(target), event);
                }
            });
        });
    });
}
/** Sets a scene in a realm and closes its connection; then what happens is recorded. */
async function record(page, scene, watcher) {
    const stage = await setScene(page, scene);
    const cast = castOf(stage);
    let phase;
    let closedAt = 0;
    let took = 0;
    let heard = [];
    const note = (target, type, via, state) => {
        if (!phase)
            return;
        heard.push({ target, type, via, phase, at: page.performance.now() - closedAt, state });
        if (watcher && phase === 'after')
            watcher.onHeard();
    };
    hear(cast, note);
    let before = {};
    let atOnce = {};
    const close = () => {
        before = readAll(cast);
        closedAt = page.performance.now();
        phase = 'inside';
        stage.near.close();
        if (stage.another)
            stage.another.close();
        took = page.performance.now() - closedAt;
        phase = 'after';
        atOnce = readAll(cast);
        if (watcher)
            watcher.onClosed({ scene: scene.name, before, atOnce, took, heard });
    };
    const meet = (name, channel) => {
        const late = { ['channel ' + name]: channel };
        hear(late, note);
        cast['channel ' + name] = channel;
        atOnce = readAll(cast);
    };
    if (stage.closeInside)
        await stage.closeInside(close, meet);
    else
        close();
    const watch = async () => {
        await passFreely(watched);
        const recording = { scene: scene.name, before, atOnce, took, later: readAll(cast), heard };
        heard = [];
        const second = answer$1(() => stage.near.close());
        await passFreely(watched / 4);
        strike(stage);
        return Object.assign(Object.assign({}, recording), { second, heardAfterSecond: heard });
    };
    return { recording: watch() };
}
/** Sets a scene in a realm and has the peer close; then what happens at the side that stays is recorded. */
async function recordPeer(page, scene) {
    const stage = await setScene(page, scene);
    const cast = castOf(stage);
    const heard = [];
    const before = readAll(cast);
    const closedAt = page.performance.now();
    hear(cast, (target, type, via, state, event) => {
        const one = { target, type, via, phase: 'after', at: page.performance.now() - closedAt, state };
        heard.push(type === 'error' ? Object.assign(Object.assign({}, one), { error: describeError(event) }) : one);
    });
    stage.far.close();
    const watch = async () => {
        await passFreely(watched);
        // What is heard from here on is the end of the scene.
        const recording = { scene: scene.name, before, later: readAll(cast), heard: heard.slice() };
        strike(stage);
        return recording;
    };
    return { recording: watch() };
}
const describeError = (event) => Object.prototype.toString.call(event).slice(8, -1) + ' with ' + answer$1(() => event.error.errorDetail);

const expectedOptions = {
    onProgress: [isFunction, 'a function'],
    withoutStats: [(value) => typeof value === 'boolean', 'true or false'],
};
/** How many closed scenes are watched while another is being set: each has an audio context, of which a page of old Chromium may have six, and keeps a processor busy. */
const WATCHED_AT_ONCE = 3;
/** Why nothing can be told where there is nothing to close. */
const NO_CONNECTIONS = 'no RTCPeerConnection here, nor webkitRTCPeerConnection or mozRTCPeerConnection';
/** Why a clause can't be told where all scenes could be set. */
const NO_MEMBER = 'the engine has no member that the clause speaks of';
/**
 * Closes real loopback connections in a realm and says for each clause of the close contract whether it holds there.
 * Takes four to seven seconds (Chromium 138 and 156, Firefox 153, on a busy machine of two cores); needs no device, no permission and no network. Without WebRTC (on a server, in jsdom) every clause is `cannot-tell`.
 * @param realm The global object of a window. Default: this one.
 * @throws TypeError (a rejection) for what is not a realm, and for a wrong option
 */
async function check(realm, options = {}) {
    const page = (realm === undefined ? attempt(() => globalThis) || self : realm);
    const expected = realmExpected(page);
    if (expected)
        refuse('check', 'the realm is ' + show(page) + '; expected ' + expected);
    const { onProgress, withoutStats } = readOptions('check', options, expectedOptions);
    const failures = {};
    const recordings = [];
    const peerRecordings = [];
    let calls = {};
    const fail = (name) => (error) => {
        failures[name] = String(error);
    };
    const watching = [];
    /** Sets scenes and closes them, one after another; each is watched while the next ones are being set. */
    const recordAll = async (all, close, found) => {
        for (let i = 0; i < all.length; i++) {
            const { name } = all[i];
            await watching[watching.length - WATCHED_AT_ONCE];
            if (onProgress)
                onProgress(name);
            await close(page, all[i]).then(({ recording }) => {
                watching.push(recording.then((recorded) => {
                    found[i] = recorded;
                }, fail(name)));
            }, fail(name));
        }
    };
    if (attempt(() => connectionConstructor(page))) {
        await recordAll(scenes, record, recordings);
        await recordAll(peerScenes, recordPeer, peerRecordings);
        const name = 'calls afterwards';
        if (onProgress)
            onProgress(name);
        await callAll(page, withoutStats).then((made) => {
            calls = made;
        }, fail(name));
        await Promise.all(watching);
    }
    else
        failures.everything = NO_CONNECTIONS;
    // Without those that could not be set.
    const evidence = { recordings: recordings.filter(() => true), peerRecordings: peerRecordings.filter(() => true), calls };
    return Object.assign(Object.assign({ results: judge(Object.assign({ page }, evidence), failures) }, evidence), { failures });
}
/** Reads the verdict on every clause off the evidence. */
function judge(evidence, failures) {
    const reasons = Object.keys(failures).map((name) => name + ': ' + failures[name]);
    return checks.map(({ id, expected, look }) => {
        const findings = look(evidence);
        const observed = [];
        const seenIn = {};
        findings.forEach((finding) => {
            if (!finding.broken)
                return;
            const places = (seenIn[finding.broken] = seenIn[finding.broken] || []);
            if (!places.length)
                observed.push(finding.broken);
            if (places.indexOf(finding.in) < 0)
                places.push(finding.in);
        });
        const verdict = observed.length ? 'broken' : findings.length ? 'holds' : 'cannot-tell';
        return {
            id,
            sentence: sentenceOf(id),
            text: clauses[id],
            verdict,
            expected,
            observed: verdict === 'cannot-tell' ? (reasons.length ? reasons : [NO_MEMBER]) : observed.map((what) => what + ' (' + seenIn[what].join(', ') + ')'),
        };
    });
}

export { check };
