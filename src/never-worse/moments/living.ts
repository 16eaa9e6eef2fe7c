import { tracksOf } from '../../conformance/media';
import { negotiate, opened } from '../../conformance/pair';
import { pass } from '../../conformance/realm';
import type { Moment } from '../moment';
import type { Seat } from '../seat';

const tracksOfFar = (seat: Seat): RTCRtpTransceiver[] => seat.far.getTransceivers();

const needsTransceivers = (seat: Seat): string | undefined => ('getTransceivers' in seat.near ? undefined : 'the engine has no transceivers');

/** The far side makes the offer. */
const negotiateBack = ({ near, far }: Seat): Promise<void> => negotiate({ near: far, far: near, handOver: () => undefined });

/** Nobody closes the connection. */
export const living: readonly Moment[] = [
  {
    name: 'it connects',
    closes: 'nobody',
    fromTheStart: true,
    act: () => undefined,
  },
  {
    name: 'messages',
    closes: 'nobody',
    quick: true,
    async act({ channels, farChannels }) {
      // What the far side made is open there last.
      await opened(farChannels.received!);
      channels.first!.bufferedAmountLowThreshold = 5;
      channels.first!.send('a message to the peer');
      farChannels.first!.send('one');
      farChannels.first!.send('two');
      farChannels.received!.send(new ArrayBuffer(3));
      await pass(200);
    },
  },
  {
    name: 'the peer mutes and unmutes',
    closes: 'nobody',
    lacks: needsTransceivers,
    async act(seat) {
      tracksOfFar(seat).forEach((transceiver) => (transceiver.direction = 'recvonly'));
      await negotiateBack(seat);
      await pass(200);
      tracksOfFar(seat).forEach((transceiver) => (transceiver.direction = 'sendrecv'));
      await negotiateBack(seat);
      await pass(400);
    },
  },
  {
    name: 'the peer stops its transceivers',
    closes: 'nobody',
    lacks: (seat) => needsTransceivers(seat) || ('stop' in seat.far.getTransceivers()[0]! ? undefined : 'the engine has no stop() of transceivers'),
    async act(seat) {
      // The first carries the channels' transport.
      const [, ...others] = tracksOfFar(seat);
      (others.length ? others : tracksOfFar(seat)).forEach((transceiver) => transceiver.stop());
      await negotiateBack(seat);
    },
  },
  {
    name: 'a renegotiation with a new channel and a new track',
    closes: 'nobody',
    lacks: needsTransceivers,
    async act(seat) {
      seat.far.createDataChannel('later');
      seat.far.addTransceiver('audio');
      await negotiateBack(seat);
    },
  },
  {
    name: 'the peer adds a track to its stream, and takes it away',
    closes: 'nobody',
    lacks: needsTransceivers,
    async act(seat) {
      const { far, media: { stream } } = seat;
      const track = tracksOf(stream)[0]!.clone();
      const sender = far.addTrack(track, stream);
      await negotiateBack(seat);
      await pass(200);
      far.removeTrack(sender);
      await negotiateBack(seat);
      track.stop();
    },
  },
  {
    name: 'the page adds a channel and media, and negotiates when it is asked to',
    closes: 'nobody',
    lacks: needsTransceivers,
    async act(seat) {
      seat.near.createDataChannel('later');
      seat.near.addTransceiver('audio');
      await pass(100);
      await negotiate(seat);
    },
  },
  {
    name: 'ICE restarts',
    closes: 'nobody',
    lacks: ({ near }) => ('restartIce' in near ? undefined : 'the engine has no restartIce()'),
    async act(seat) {
      seat.near.restartIce();
      await negotiate(seat);
      await pass(400);
    },
  },
  {
    name: 'tones',
    closes: 'nobody',
    lacks: (seat) => (seat.objects['dtmf 0'] ? undefined : 'the engine has no DTMF sender'),
    async act(seat) {
      (seat.objects['dtmf 0'] as RTCDTMFSender).insertDTMF('12', 70, 30);
      await pass(600);
    },
  },
  {
    name: 'the page stops tracks',
    closes: 'nobody',
    async act(seat) {
      ['received track audio', 'local track audio'].forEach((name) => {
        const track = seat.objects[name] as MediaStreamTrack | undefined;
        // Chromium 39 crashes when a track of an audio node is stopped.
        if (track && 'clone' in track && seat.realm.page.Reflect) track.stop();
      });
      await pass(100);
    },
  },
];
