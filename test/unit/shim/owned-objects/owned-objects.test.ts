import { describe, expect, it } from 'vitest';
import '../../../replay/shim';
import { meetChannel } from '../../../../src/shim/owned-objects/channel-registry';
import { reach, sentTracks } from '../../../../src/shim/owned-objects/owned-objects';
import type { Kind } from '../../../../src/shim/engine/interfaces';

const named = (name: string) => ({ name });
const gone = () => {
  throw new Error('gone');
};

/** A connection as engines have it today. */
function makeConnection() {
  const [ice, audio, video, sent] = [named('ice'), named('audio'), named('video'), named('sent')];
  const dtls = { name: 'dtls', iceTransport: ice };
  const second = { name: 'second dtls', iceTransport: null };
  const asked: string[] = [];
  const listing = (method: string, list: object[]) => ({
    [method]() {
      asked.push(method);
      return list;
    },
  });
  const connection = {
    name: 'connection',
    sctp: { name: 'sctp', transport: dtls },
    ...listing('getTransceivers', [named('transceiver')]),
    ...listing('getSenders', [{ name: 'sender', track: sent }, { name: 'idle', track: null }]),
    ...listing('getReceivers', [{ name: 'receiver', track: audio, transport: dtls }, { name: 'other', track: video, transport: second }]),
    ...listing('getRemoteStreams', [{ getAudioTracks: () => [named('of a stream')], getVideoTracks: () => [] }]),
    ...listing('getLocalStreams', [{ getAudioTracks: () => [named('of a stream')], getVideoTracks: () => [] }]),
  };
  return { connection, asked };
}

/** A connection as engines had it before there were senders and receivers. */
const streamsOf = (audio: string[], video: string[]) => [{ getAudioTracks: () => audio.map(named), getVideoTracks: () => video.map(named) }];
const early = {
  getRemoteStreams: () => [...streamsOf(['a1', 'a2'], ['v1']), ...streamsOf(['a3'], [])],
  getLocalStreams: () => streamsOf(['local'], []),
};

const names = (objects: object[]) => objects.map((object) => (object as { name: string }).name);

describe('reach', () => {
  it.each([
    ['RTCPeerConnection', ['connection']],
    ['RTCRtpTransceiver', ['transceiver']],
    ['RTCRtpSender', ['sender', 'idle']],
    ['RTCSctpTransport', ['sctp']],
    ['RTCDtlsTransport', ['dtls', 'dtls', 'second dtls']],
    ['RTCIceTransport', ['ice', 'ice']],
    ['MediaStreamTrack', ['audio', 'video']],
  ] as [Kind, string[]][])('finds what a connection owns: %s', (kind, found) => {
    expect(names(reach(makeConnection().connection)(kind))).toEqual(found);
  });

  it('finds the channels that were met', () => {
    const { connection } = makeConnection();
    const channel = named('channel') as unknown as RTCDataChannel;
    meetChannel(connection, channel);
    expect(reach(connection)('RTCDataChannel')).toEqual([channel]);
  });

  it('makes each list once', () => {
    const { connection, asked } = makeConnection();
    const owned = reach(connection);
    expect(owned('RTCRtpSender')).toBe(owned('RTCRtpSender'));
    expect(asked).toEqual(['getSenders']);
    owned('RTCIceTransport');
    owned('RTCDtlsTransport');
    expect(asked).toEqual(['getSenders', 'getReceivers']);
  });

  it('finds tracks in streams, where there are no receivers', () => {
    expect(names(reach(early)('MediaStreamTrack'))).toEqual(['a1', 'a2', 'v1', 'a3']);
  });

  it('asks no streams, where there are receivers', () => {
    const { connection, asked } = makeConnection();
    reach(connection)('MediaStreamTrack');
    expect(asked).toEqual(['getReceivers']);
  });

  it.each(['RTCRtpTransceiver', 'RTCRtpSender', 'RTCSctpTransport', 'RTCDtlsTransport', 'RTCIceTransport', 'MediaStreamTrack'] as Kind[])('finds nothing where the engine has none, or throws: %s', (kind) => {
    expect(reach({})(kind)).toEqual([]);
    const broken = { getTransceivers: gone, getSenders: gone, getReceivers: gone, getRemoteStreams: gone };
    Object.defineProperty(broken, 'sctp', { get: gone });
    expect(reach(broken)(kind)).toEqual([]);
  });
});

describe('sentTracks', () => {
  it('are those of the senders that have one', () => expect(names(sentTracks(makeConnection().connection))).toEqual(['sent']));
  it('are those of the local streams, where there are no senders', () => expect(names(sentTracks(early))).toEqual(['local']));
});
