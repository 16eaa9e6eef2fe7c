import type { ClauseId } from '../contract/clauses';
import type { Difference } from './compare';
import type { Moment } from './moment';

/** One way in which a clause's sentence makes what is seen with the shim differ from what is seen natively. */
interface Allowance {
  clause: ClauseId;
  part: Difference['part'];
  object: RegExp;
  member: RegExp;
  when?: RegExp;
  facet?: RegExp;
  closes?: Moment['closes'][];
  /** What the clause wants to be seen. */
  wants: RegExp;
}

const here: Moment['closes'][] = ['here', 'both'];
const peer: Moment['closes'][] = ['the peer', 'both'];
const after = /^(after close\(\)|since the peer closed)$/;
const afterPeer = /^(after|since) the peer closed$/;
const closed = /^(inside close\(\)|after close\(\)|since the peer closed)$/;
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
  { clause: 'channels-fire-close-once', part: 'order', object: /^channel .* close$/, member: /^channel .* close$/, when: after, closes: here, wants: /^(before|after)$/ },
  { clause: 'channels-fire-nothing-else', part: 'heard', object: /^channel /, member: /^(open|message|bufferedamountlow|closing|error)$/, when: after, facet: /^times$/, closes: here, wants: none },
  { clause: 'received-tracks-end', part: 'heard', object: /^received track /, member: /^ended$/, when: after, facet: /^times$/, closes: here, wants: once },
  { clause: 'received-tracks-fire-nothing-else', part: 'heard', object: /^received track /, member: /^(mute|unmute)$/, when: after, facet: /^times$/, closes: here, wants: none },
  { clause: 'connection-fires-nothing', part: 'heard', object: /^connection$/, member: /./, when: after, facet: /^times$/, closes: here, wants: none },
  { clause: 'sctp-transport-fires-nothing', part: 'heard', object: /^sctp /, member: /./, when: after, facet: /^times$/, closes: here, wants: none },
  { clause: 'transports-fire-nothing', part: 'heard', object: /^(dtls|ice) /, member: /./, when: after, facet: /^times$/, closes: here, wants: none },
  // What a listener reads of a closed one.
  { clause: 'channels-read-closed', part: 'heard', object: /^channel /, member: /./, when: closed, facet: /^state readyState$/, closes: here, wants: /^"closed"$/ },
  // When the peer closes.
  { clause: 'peer-close-channels-fire-closing', part: 'heard', object: /^channel /, member: /^closing$/, when: afterPeer, facet: /^times$/, closes: peer, wants: once },
  { clause: 'peer-close-channels-fire-error', part: 'heard', object: /^channel /, member: /^error$/, when: afterPeer, facet: /^times$/, closes: peer, wants: once },
  { clause: 'peer-close-channels-fire-close-once', part: 'heard', object: /^channel /, member: /^close$/, when: afterPeer, facet: /^times$/, closes: peer, wants: once },
  { clause: 'peer-close-channels-fire-close-once', part: 'heard', object: /^channel /, member: /^(closing|error|close)$/, when: afterPeer, facet: /^isTrusted$/, closes: peer, wants: /^false$/ },
  { clause: 'peer-close-channels-fire-close-once', part: 'order', object: /^channel .* (closing|error|close)$/, member: /^channel .* (closing|error|close)$/, when: afterPeer, closes: peer, wants: /^(before|after)$/ },
  { clause: 'peer-close-channels-read-closed', part: 'heard', object: /^channel /, member: /^(closing|error|close)$/, when: afterPeer, facet: /^state readyState$/, closes: peer, wants: /^"clos(ing|ed)"$/ },
  { clause: 'peer-close-channels-fire-closing', part: 'page', object: /^channel /, member: /^closing$/, facet: /^the page comes/, closes: peer, wants: /^true$/ },
  { clause: 'peer-close-channels-fire-error', part: 'page', object: /^channel /, member: /^error$/, facet: /^the page comes/, closes: peer, wants: /^true$/ },
  // Readings.
  { clause: 'connection-reads-closed', part: 'read', object: /^connection$/, member: states, when: /^(at once|later)$/, closes: here, wants: /^"closed"$/ },
  { clause: 'channels-read-closed', part: 'read', object: /^channel /, member: /^readyState$/, when: /^(at once|later)$/, closes: here, wants: /^"closed"$/ },
  { clause: 'transports-read-closed', part: 'read', object: /^(sctp|dtls|ice) /, member: /^state$/, when: /^(at once|later)$/, closes: here, wants: /^"closed"$/ },
];

/** The clause of the contract that allows a difference in a moment; undefined: none does. */
export function allowedBy({ part, object, member, when, facet, shimmed }: Difference, { closes }: Pick<Moment, 'closes'>): ClauseId | undefined {
  const found = allowances.filter(
    (one) =>
      one.part === part &&
      one.object.test(object) &&
      one.member.test(member) &&
      (!one.when || one.when.test(when)) &&
      (!one.facet || one.facet.test(facet)) &&
      (!one.closes || one.closes.indexOf(closes) >= 0) &&
      shimmed.every((value) => value.split(' ').every((each) => one.wants.test(each))),
  )[0];
  return found && found.clause;
}
