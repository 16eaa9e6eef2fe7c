import type { ClauseId } from '../contract/clauses';
import type { Difference } from './compare';
import { between } from './facts-of';
import type { Moment } from './moment';

/**
 * Why something differs by right: a clause, or a limit that the README owns up to. `past-the-shim`: a listener that was added by an
 * `addEventListener` from before install. `reads-at-close`: what is laid over prototypes after install hears `close()` read.
 */
export type Reason = ClauseId | 'past-the-shim' | 'reads-at-close';

/** One way in which a clause's sentence makes what is seen with the shim differ from what is seen natively. */
interface Allowance {
  clause: Reason;
  part: Difference['part'];
  object: RegExp;
  member: RegExp;
  way?: RegExp;
  when?: RegExp;
  facet?: RegExp;
  closes?: Moment['closes'][];
  /** Not on channels that the page itself has closed: an `error` there is a false alarm. */
  sparesOwn?: true;
  /** Of the events of one object, whose order is its own otherwise. */
  ofOneObject?: true;
  /** What the clause wants to be seen. */
  wants: RegExp;
}

const here: Moment['closes'][] = ['here', 'both'];
const peer: Moment['closes'][] = ['the peer', 'both'];
const after = /^(after close\(\)|since the peer closed)$/;
const afterPeer = /^(after|since) the peer closed$/;
const closed = /^(inside close\(\)|after close\(\)|since the peer closed)$/;
const closedReadings = /^(at once|later)$/;
const states = /^(state|readyState|signalingState|iceConnectionState|connectionState)$/;
const none = /^0$/;
const once = /^1$/;

/** What the clauses allow, each as narrow as its sentence. */
const allowances: readonly Allowance[] = [
  // Nothing fires before close() has returned.
  { clause: 'nothing-fires-inside-close', part: 'heard', object: /^(connection|channel .*|(sctp|dtls|ice) .*|received track .*)$/, member: /./, when: /^inside close\(\)$/, facet: /^times$/, closes: here, wants: none },
  // What is closed here.
  { clause: 'channels-fire-close-once', part: 'heard', object: /^channel /, member: /^close$/, when: after, facet: /^times$/, closes: here, wants: once },
  { clause: 'channels-fire-close-once', part: 'heard', object: /^channel /, member: /^close$/, when: after, facet: /^isTrusted$/, closes: here, wants: /^false$/ },
  { clause: 'channels-fire-close-once', part: 'heard', object: /^channel /, member: /^close$/, when: after, facet: /^state readyState$/, closes: here, wants: /^"closed"$/ },
  { clause: 'channels-fire-close-once', part: 'order', object: /^channel .* close$/, member: /./, when: after, closes: here, wants: /^(before|after)$/ },
  { clause: 'channels-fire-close-once', part: 'order', object: /./, member: /^channel .* close$/, when: after, closes: here, wants: /^(before|after)$/ },
  { clause: 'channels-fire-nothing-else', part: 'heard', object: /^channel /, member: /^(open|message|bufferedamountlow|closing|error)$/, when: after, facet: /^times$/, closes: here, wants: none },
  { clause: 'received-tracks-end', part: 'heard', object: /^received track /, member: /^ended$/, when: after, facet: /^times$/, closes: here, wants: once },
  { clause: 'received-tracks-fire-nothing-else', part: 'heard', object: /^received track /, member: /^(mute|unmute)$/, when: after, facet: /^times$/, closes: here, wants: none },
  { clause: 'connection-fires-nothing', part: 'heard', object: /^connection$/, member: /./, when: after, facet: /^times$/, closes: here, wants: none },
  // What comes of the peer's close until the page has closed in it.
  { clause: 'connection-fires-nothing', part: 'heard', object: /^connection$/, member: /./, when: /^since the peer closed$/, facet: /^times$/, closes: ['both'], wants: once },
  { clause: 'sctp-transport-fires-nothing', part: 'heard', object: /^sctp /, member: /./, when: after, facet: /^times$/, closes: here, wants: none },
  { clause: 'transports-fire-nothing', part: 'heard', object: /^(dtls|ice) /, member: /./, when: after, facet: /^times$/, closes: here, wants: none },
  // What a listener reads of a closed one.
  { clause: 'channels-read-closed', part: 'heard', object: /^channel /, member: /./, when: closed, facet: /^state readyState$/, closes: here, wants: /^"closed"$/ },
  // When the peer closes.
  { clause: 'peer-close-channels-fire-closing', part: 'heard', object: /^channel /, member: /^closing$/, when: afterPeer, facet: /^times$/, closes: peer, wants: once },
  { clause: 'peer-close-channels-fire-error', part: 'heard', object: /^channel /, member: /^error$/, when: afterPeer, facet: /^times$/, closes: peer, sparesOwn: true, wants: once },
  { clause: 'peer-close-channels-fire-error', part: 'heard', object: /^channel /, member: /^error$/, when: afterPeer, facet: /^error$/, closes: peer, wants: /"sctp-failure"/ },
  { clause: 'peer-close-channels-fire-error', part: 'heard', object: /^channel /, member: /^error$/, when: afterPeer, facet: /^event$/, closes: peer, wants: /^RTCErrorEvent$/ },
  { clause: 'peer-close-channels-fire-close-once', part: 'heard', object: /^channel /, member: /^close$/, when: afterPeer, facet: /^times$/, closes: peer, wants: once },
  { clause: 'peer-close-channels-fire-close-once', part: 'heard', object: /^channel /, member: /^(closing|error|close)$/, when: afterPeer, facet: /^isTrusted$/, closes: peer, wants: /^false$/ },
  { clause: 'peer-close-channels-fire-close-once', part: 'order', object: /^channel .* (closing|error|close)$/, member: /./, when: afterPeer, closes: peer, wants: /^(before|after)$/ },
  { clause: 'peer-close-channels-fire-close-once', part: 'order', object: /./, member: /^channel .* (closing|error|close)$/, when: afterPeer, closes: peer, wants: /^(before|after)$/ },
  // `close` is the last that the shim fires: Chromium 87 has a `bufferedamountlow` after its own.
  { clause: 'peer-close-channels-fire-close-once', part: 'order', object: /^channel .* bufferedamountlow$/, member: /^channel .* close$/, when: afterPeer, closes: peer, ofOneObject: true, wants: /^before$/ },
  // The transport is the sign for which the channels' events wait: a page that closes in them has heard it.
  { clause: 'peer-close-channels-fire-close-once', part: 'heard', object: /^dtls transport$/, member: /^statechange$/, when: /^since the peer closed$/, facet: /^times$/, closes: ['both'], wants: once },
  { clause: 'past-the-shim', part: 'heard', object: /^channel /, member: /^(closing|error|close)$/, way: /^taken addEventListener \(taken addEventListener, then listener\)$/, facet: /^times$/, wants: /^2$/ },
  { clause: 'peer-close-channels-read-closed', part: 'heard', object: /^channel /, member: /^(closing|error|close)$/, when: afterPeer, facet: /^state readyState$/, closes: peer, wants: /^"clos(ing|ed)"$/ },
  // "closing" until its turn, where Chromium 81 to 83 read "closed" at once.
  { clause: 'peer-close-channels-read-closed', part: 'heard', object: /^channel /, member: /^bufferedamountlow$/, when: afterPeer, facet: /^state readyState$/, closes: peer, wants: /^"closing"$/ },
  { clause: 'peer-close-channels-fire-closing', part: 'page', object: /^channel /, member: /^closing$/, facet: /^the page comes/, closes: peer, wants: /^true$/ },
  { clause: 'peer-close-channels-fire-error', part: 'page', object: /^channel /, member: /^error$/, facet: /^the page comes/, closes: peer, wants: /^true$/ },
  { clause: 'peer-close-channels-fire-close-once', part: 'page', object: /^channel /, member: /^close$/, facet: /^the page comes/, closes: peer, wants: /^true$/ },
  { clause: 'past-the-shim', part: 'order', object: /^channel .* (closing|error|close)$/, member: /^channel .* (closing|error|close)$/, way: /^taken addEventListener$/, when: afterPeer, closes: peer, ofOneObject: true, wants: /^(before|after)$/ },
  // Chromium below 43: handlers are members of the object, and the guard can come before one only where it is set again.
  { clause: 'past-the-shim', part: 'order', object: /^channel .* close$/, member: /^$/, way: /^handler .*and taken addEventListener/, when: after, closes: here, ofOneObject: true, wants: /^after$/ },
  { clause: 'reads-at-close', part: 'page', object: /^((webkit|moz)?RTC[A-Za-z]+|MediaStream(Track)?)$/, member: /./, when: /^after close\(\)$/, facet: /^runs inside close\(\)$/, closes: here, wants: /^\d+$/ },
  // Readings.
  { clause: 'connection-reads-closed', part: 'read', object: /^connection$/, member: states, when: closedReadings, facet: /^value$/, closes: here, wants: /^"closed"$/ },
  { clause: 'channels-read-closed', part: 'read', object: /^channel /, member: /^readyState$/, when: closedReadings, facet: /^value$/, closes: here, wants: /^"closed"$/ },
  { clause: 'channels-read-closed', part: 'read', object: /^channel /, member: /^bufferedAmount$/, when: closedReadings, facet: /^value$/, closes: here, wants: /^(a number|\d+)$/ },
  { clause: 'transports-read-closed', part: 'read', object: /^(sctp|dtls|ice) /, member: /^state$/, when: closedReadings, facet: /^value$/, closes: here, wants: /^"closed"$/ },
  { clause: 'transceivers-read-stopped', part: 'read', object: /^transceiver /, member: /^(direction|currentDirection)$/, when: closedReadings, facet: /^value$/, closes: here, wants: /^"stopped"$/ },
  { clause: 'transceivers-read-stopped', part: 'read', object: /^transceiver /, member: /^stopped$/, when: closedReadings, facet: /^value$/, closes: here, wants: /^true$/ },
  { clause: 'transceivers-read-stopped', part: 'read', object: /^transceiver /, member: /^mid$/, when: closedReadings, facet: /^value$/, closes: here, wants: /^(a string|null)$/ },
  { clause: 'senders-are-stopped', part: 'read', object: /^sender /, member: /^track$/, when: closedReadings, facet: /^value$/, closes: here, wants: /^MediaStreamTrack$/ },
  { clause: 'descriptions-stay-readable', part: 'read', object: /^connection$/, member: /^(current|pending)?(local|remote)Description$/i, when: closedReadings, facet: /^value$/, closes: here, wants: /^((moz)?RTCSessionDescription|null)$/ },
  { clause: 'sctp-stays', part: 'read', object: /^connection$/, member: /^sctp$/, when: closedReadings, facet: /^value$/, closes: here, wants: /^(RTCSctpTransport|null)$/ },
  { clause: 'gathering-state-stays', part: 'read', object: /^connection$/, member: /^iceGatheringState$/, when: closedReadings, facet: /^value$/, closes: here, wants: /^"(new|gathering|complete)"$/ },
  { clause: 'remote-side-stays-readable', part: 'read', object: /^connection$/, member: /^canTrickleIceCandidates$/, when: closedReadings, facet: /^value$/, closes: here, wants: /^(true|false|null)$/ },
  { clause: 'received-tracks-end', part: 'read', object: /^received track /, member: /^readyState$/, when: closedReadings, facet: /^value$/, closes: here, wants: /^"ended"$/ },
  { clause: 'peer-close-channels-read-closed', part: 'read', object: /^channel /, member: /^readyState$/, when: /^later$/, facet: /^value$/, closes: peer, wants: /^"closed"$/ },
  { clause: 'unprefixed-constructor', part: 'read', object: /^connection$/, member: /^$/, facet: /^instance$/, wants: /^true$/ },
  // Calls.
  { clause: 'send-is-refused', part: 'called', object: /^channel /, member: /^send\(\)$/, way: /^(?!nothing$)/, when: after, facet: /^outcome$/, closes: here, wants: /^throws InvalidStateError$/ },
  { clause: 'calls-are-refused', part: 'called', object: /^connection$/, member: /^(createDataChannel|addTrack|removeTrack|addTransceiver|setConfiguration)\(\)$/, when: after, facet: /^outcome$/, closes: here, wants: /^throws InvalidStateError$/ },
  { clause: 'calls-are-refused', part: 'called', object: /^connection$/, member: /^(createOffer|createAnswer|setLocalDescription|setRemoteDescription|addIceCandidate)\(\)$/, when: after, facet: /^outcome$/, closes: here, wants: /^(rejects InvalidStateError|(resolves|returns) undefined, calls second)$/ },
  { clause: 'calls-are-refused', part: 'called', object: /^transceiver /, member: /^stop\(\)$/, when: after, facet: /^outcome$/, closes: here, wants: /^throws InvalidStateError$/ },
  { clause: 'stats-stay-available', part: 'called', object: /^(connection|sender .*|receiver .*)$/, member: /^getStats\(\)$/, way: /^(nothing|undefined|null|null and two functions|a track)$/, when: after, facet: /^outcome$/, closes: here, wants: /^(resolves RTCStatsReport|(resolves|returns) undefined, calls first)$/ },
  // One that was pending when close() came settles.
  { clause: 'stats-stay-available', part: 'called', object: /^connection$/, member: /^getStats\(\)$/, way: /^(nothing|undefined|null)$/, when: /^while it lives$/, facet: /^outcome$/, closes: here, wants: /^resolves RTCStatsReport$/ },
  { clause: 'senders-are-stopped', part: 'called', object: /^connection$/, member: /^(getSenders|getReceivers)\(\)$/, when: after, facet: /^outcome$/, closes: here, wants: /^returns \[\]$/ },
  { clause: 'transceivers-stay-listed', part: 'called', object: /^connection$/, member: /^getTransceivers\(\)$/, when: after, facet: /^outcome$/, closes: here, wants: /^returns \[RTCRtp/ },
  { clause: 'descriptions-stay-readable', part: 'called', object: /^connection$/, member: /^(getConfiguration|getLocalStreams)\(\)$/, when: after, facet: /^outcome$/, closes: here, wants: /^returns [[{]/ },
  { clause: 'remote-side-stays-readable', part: 'called', object: /^connection$/, member: /^getRemoteStreams\(\)$/, when: after, facet: /^outcome$/, closes: here, wants: /^returns \[/ },
  { clause: 'close-twice-is-quiet', part: 'called', object: /^connection$/, member: /^close\(\)$/, when: after, facet: /^outcome$/, closes: here, wants: /^returns undefined$/ },
];

/** The object of `channel first close`. */
const nameOf = (what: string): string => what.replace(/ [^ ]*$/, '');

/** The clause of the contract that allows a difference in a moment; undefined: none does. */
export function allowedBy({ part, object, member, way, when, facet, shimmed }: Difference, { closes, ownChannels }: Pick<Moment, 'closes' | 'ownChannels'>): Reason | undefined {
  const found = allowances.filter(
    (one) =>
      one.part === part &&
      one.object.test(object) &&
      one.member.test(member) &&
      // One object's own events come in their order, for who listens through the shim.
      (part !== 'order' || one.ofOneObject || nameOf(object) !== nameOf(member)) &&
      (!one.way || one.way.test(way)) &&
      (!one.when || one.when.test(when)) &&
      (!one.facet || one.facet.test(facet)) &&
      (!one.sparesOwn || !ownChannels || !ownChannels.test(object)) &&
      (!one.closes || one.closes.indexOf(closes) >= 0) &&
      shimmed.every((value) => value.split(between).every((each) => one.wants.test(each))),
  )[0];
  return found && found.clause;
}
