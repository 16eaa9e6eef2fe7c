import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { install } from '../../replay/shim';
import { type Behaviour, conforming } from '../../replay/behaviour';
import { makeEngine } from '../../replay/make-engine';
import { judge } from './judge';

const some = <T>(...all: T[]) => fc.subarray(all);

/**
 * What no engine was seen with, and the shim does not repair: the callback form of `getStats()` hangs; data properties throw, or stand beside transports that tell of
 * the peer; an engine does not end the tracks whose listeners hear nothing but what it fires.
 */
const isBeyond = ({ promises, statsHang, attributesOnInstances, descriptionsThrow, peerCloseEvents, peerCloseOrder, peerCloseReads, tracksAreDeaf, tracksEnd = 'later' }: Partial<Behaviour>) =>
  (promises === false && statsHang) || (attributesOnInstances && (descriptionsThrow || peerCloseEvents || peerCloseOrder || peerCloseReads)) || (tracksAreDeaf && tracksEnd !== 'later');

/** What engines were seen to do at `close()`, in combinations that no engine was seen with. */
const departures: fc.Arbitrary<Partial<Behaviour>> = fc.record(
  {
    connection: fc.constantFrom('RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection'),
    channel: fc.constantFrom('RTCDataChannel', 'DataChannel', undefined),
    lacks: some('RTCDataChannelEvent', 'RTCPeerConnection.connectionState', 'MessageChannel', 'RTCPeerConnection.sctp', 'RTCPeerConnection.getTransceivers'),
    attributesOnInstances: fc.boolean(),
    isTrusted: fc.boolean(),
    capturesFirst: fc.boolean(),
    takesOnceAlong: fc.boolean(),
    promises: fc.boolean(),
    secondClose: fc.constantFrom(undefined, 'InvalidStateError'),
    staleStates: some('iceConnectionState', 'connectionState'),
    statesTurnAfter: fc.constantFrom(undefined, 1),
    connectionFires: some('signalingstatechange', 'iceconnectionstatechange', 'connectionstatechange'),
    connectionFiresInside: some('iceconnectionstatechange', 'signalingstatechange', 'connectionstatechange'),
    queuedStillFire: some('open', 'message', 'bufferedamountlow', 'unmute', 'track', 'addstream', 'icecandidate', 'negotiationneeded', 'datachannel', 'statechange'),
    channelsRead: fc.constantFrom('closed', 'closing', 'all closing', 'as before'),
    channelEvents: fc.constantFrom(['close'], [], undefined, ['closing', 'close'], ['closing', 'error', 'close']),
    unopenedEvents: fc.constantFrom(['close'], [], undefined),
    closingForEver: fc.boolean(),
    channelOrder: fc.constantFrom('met', 'reversed'),
    closedAloneReads: fc.constantFrom('closing', 'closed'),
    send: fc.constantFrom(undefined, 'InvalidStateError', 'NetworkError'),
    peerCloseEvents: fc.constantFrom(['closing', 'error', 'close'], ['closing', 'close'], ['close'], []),
    peerCloseOrder: fc.constantFrom('met', 'reversed'),
    peerCloseReads: fc.constantFrom('closing', 'closed'),
    tracksEnd: fc.constantFrom('later', 'inside', 'never'),
    tracksEndAfter: fc.constantFrom(0, 1, 12),
    tracksAreDeaf: fc.boolean(),
    tracksFireInside: some('mute'),
    staleTransports: some('sctp', 'dtls', 'ice'),
    transportsTurnLater: some('sctp', 'dtls', 'ice'),
    transportsFireInside: some('sctp', 'dtls', 'ice'),
    transceivers: fc.constantFrom({}, { stopped: 'as before' }, { direction: 'inactive', currentDirection: 'inactive' }, { direction: 'as before', currentDirection: null, mid: null }),
    listed: some('senders', 'receivers', 'transceivers'),
    descriptionsThrow: fc.constantFrom(undefined, 'InvalidStateError', 'Error'),
    gatheringReads: fc.constantFrom(undefined, 'complete'),
    forgets: some('canTrickleIceCandidates', 'getRemoteStreams', 'descriptions', 'sender.track'),
    refusal: fc.constantFrom('InvalidStateError'),
    statsHang: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('any combination of behaviours', () => {
  it('is one behaviour with the shim: every clause is kept', async () => {
    await fc.assert(
      fc.asyncProperty(departures.filter((departure) => !isBeyond(departure)), async (departure) => {
        const realm = makeEngine({ ...conforming, transportsTellFirst: true, ...departure });
        const handle = install(realm.global);
        const { broken, mishaps } = await judge(realm);
        expect(mishaps).toEqual([]);
        expect(broken).toEqual({});
        expect(handle.uninstall()).toBe(true);
      }),
      { numRuns: 60, seed: 1 },
    );
  }, 30000);
});
