import { expect } from 'chai';
import { makeMedia } from '../../src/conformance/media';
import { negotiate, opened } from '../../src/conformance/pair';
import { pass } from '../../src/conformance/realm';
import { type FrameRealm, inRealm } from './realms';

interface Session {
  near: RTCPeerConnection;
  channel: RTCDataChannel;
  sender: RTCRtpSender;
  transceiver: RTCRtpTransceiver;
  tracks: MediaStreamTrack[];
  stream: MediaStream;
}

/** Calls whose result changes a member, and that may not have ended when `close()` comes. */
const calls: Record<string, (session: Session) => unknown> = {
  nothing: () => undefined,
  'replaceTrack(track)': ({ sender, tracks }) => sender.replaceTrack(tracks[1]!),
  'replaceTrack(null)': ({ sender }) => sender.replaceTrack(null),
  'replaceTrack(null) and replaceTrack(track)': ({ sender, tracks }) => Promise.all([sender.replaceTrack(null), sender.replaceTrack(tracks[1]!)]),
  'removeTrack() and replaceTrack(track)': ({ near, sender, tracks }) => {
    near.removeTrack(sender);
    return sender.replaceTrack(tracks[1]!);
  },
  'setParameters()': ({ sender }) => {
    const parameters = sender.getParameters();
    for (const encoding of parameters.encodings) Object.assign(encoding, { maxBitrate: 12_345, active: false });
    return sender.setParameters(parameters);
  },
  'setStreams()': ({ sender, stream }) => sender.setStreams(stream),
  'setCodecPreferences()': ({ transceiver }) => transceiver.setCodecPreferences(RTCRtpReceiver.getCapabilities('audio')!.codecs.slice(0, 1)),
  'direction =': ({ transceiver }) => (transceiver.direction = 'recvonly'),
  'stop()': ({ transceiver }) => transceiver.stop(),
  'setLocalDescription()': ({ near }) => near.setLocalDescription(),
  'restartIce() and setLocalDescription()': ({ near }) => {
    near.restartIce();
    return near.setLocalDescription();
  },
  'addIceCandidate()': ({ near }) => near.addIceCandidate(),
  'getStats()': ({ sender }) => sender.getStats(),
  'insertDTMF()': ({ sender }) => sender.dtmf?.insertDTMF('123456789', 100, 70),
  // More than can leave until close() has returned.
  'send()': ({ channel }) => {
    for (let i = 0; i < 20; i++) channel.send(new ArrayBuffer(200_000));
  },
  'applyConstraints()': ({ tracks }) => tracks[0]!.applyConstraints({ echoCancellation: false }),
};

// What no clause is about goes on as in the engine.
describe('close() while a call is in flight:', () => {
  for (const [name, call] of Object.entries(calls)) {
    it(`${name} comes to the same as natively`, async () => {
      expect(await outcome(name, call, true)).to.deep.equal(await outcome(name, call, false));
    });
  }
});

/** What the held objects read, and what became of the call, when the engine has had its time. */
async function outcome(name: string, call: (session: Session) => unknown, isShimmed: boolean): Promise<unknown> {
  let seen: unknown;
  await inRealm(async (realm) => {
    if (isShimmed) realm.install();
    const { session, stop } = await begin(realm);
    const { near, sender, channel, tracks } = session;
    let settled = 'pending';
    void Promise.resolve(call(session)).then(
      () => (settled = 'resolved'),
      (error: unknown) => (settled = (error as Error).name),
    );
    near.close();
    await pass(150);
    seen = {
      name,
      settled: /^(getStats|nothing)/.test(name) ? 'left out: a clause is about it' : settled,
      track: sender.track === null ? null : tracks.indexOf(sender.track),
      encodings: sender.getParameters().encodings.map(({ active, maxBitrate }) => [active, maxBitrate]),
      toneBuffer: sender.dtmf?.toneBuffer,
      isBuffered: channel.bufferedAmount > 0,
      local: tracks.map(({ readyState, enabled, muted }) => [readyState, enabled, muted]),
    };
    stop();
  })();
  return seen;
}

async function begin({ page, pair }: FrameRealm) {
  const both = pair();
  const media = [makeMedia(page), makeMedia(page)];
  const tracks = media.map(({ stream }) => stream.getAudioTracks()[0]!);
  const sender = both.near.addTrack(tracks[0]!, media[0]!.stream);
  const channel = both.near.createDataChannel('made');
  await negotiate(both);
  await opened(channel);
  const session: Session = { near: both.near, channel, sender, transceiver: both.near.getTransceivers()[0]!, tracks, stream: media[1]!.stream };
  return { session, stop: () => media.forEach(({ stop }) => stop()) };
}
