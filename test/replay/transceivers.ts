import type { Transport } from './behaviour';
import type { Connection, Transceiver, TransportState } from './connection';
import type { Media, Track } from './media';
import { type RealmParts, refused } from './realm-parts';

/** One half of a transceiver, or the whole of it. */
interface Half {
  connection: Connection;
  transceiver: Transceiver;
}

/** The transceivers and transports of a realm. */
export interface Transceivers {
  makeTransceiver(connection: Connection, sends: Track | null, kind: string): Transceiver;
  makeTransports(connection: Connection): void;
  /** The interfaces by name. */
  globals: Record<string, unknown>;
}

/** Makes the interfaces of transceivers, senders, receivers and transports. */
export function createTransceivers(parts: RealmParts, media: Media): Transceivers {
  const { behaviour, interfaces } = parts;
  const { define, make } = interfaces;
  const modelOf = interfaces.modelOf as <T>(face: object) => T;

  const RTCIceTransport = define(
    'RTCIceTransport',
    {
      get state() {
        return modelOf<TransportState>(this).state;
      },
    },
    ['statechange', 'gatheringstatechange', 'selectedcandidatepairchange'],
  );
  const RTCDtlsTransport = define(
    'RTCDtlsTransport',
    {
      get state() {
        return modelOf<TransportState>(this).state;
      },
      get iceTransport() {
        return modelOf<TransportState & { under: object }>(this).under;
      },
    },
    ['statechange', 'error'],
  );
  const RTCSctpTransport = define(
    'RTCSctpTransport',
    {
      get state() {
        return modelOf<TransportState>(this).state;
      },
      get transport() {
        return modelOf<TransportState & { under: object }>(this).under;
      },
    },
    ['statechange', 'error'],
  );

  const RTCRtpSender = define('RTCRtpSender', {
    get track() {
      return modelOf<Half>(this).transceiver.sends?.face ?? null;
    },
    get transport() {
      return modelOf<Half>(this).connection.transports.dtls?.face ?? null;
    },
    get dtmf() {
      return null;
    },
    getParameters() {
      return {};
    },
    setParameters() {
      return refused(behaviour, modelOf<Half>(this).connection, 'sender.setParameters()', 'rejects', () => Promise.resolve());
    },
    replaceTrack() {
      return refused(behaviour, modelOf<Half>(this).connection, 'sender.replaceTrack()', 'rejects', () => Promise.resolve());
    },
    setStreams() {
      return refused(behaviour, modelOf<Half>(this).connection, 'sender.setStreams()', 'throws', () => undefined);
    },
  });
  const RTCRtpReceiver = define('RTCRtpReceiver', {
    get track() {
      return modelOf<Half>(this).transceiver.received.face;
    },
    get transport() {
      return modelOf<Half>(this).connection.transports.dtls?.face ?? null;
    },
  });
  const RTCRtpTransceiver = define('RTCRtpTransceiver', {
    get mid() {
      return modelOf<Half>(this).transceiver.mid;
    },
    get stopped() {
      return modelOf<Half>(this).transceiver.stopped;
    },
    get direction() {
      return modelOf<Half>(this).transceiver.direction;
    },
    set direction(direction: string) {
      const { connection, transceiver } = modelOf<Half>(this);
      refused(behaviour, connection, 'transceiver.direction =', 'throws', () => {
        transceiver.direction = direction;
      });
    },
    get currentDirection() {
      return modelOf<Half>(this).transceiver.currentDirection;
    },
    get sender() {
      return modelOf<Half>(this).transceiver.sender;
    },
    get receiver() {
      return modelOf<Half>(this).transceiver.receiver;
    },
    stop() {
      const { connection, transceiver } = modelOf<Half>(this);
      return refused(behaviour, connection, 'transceiver.stop()', 'throws', () => {
        transceiver.stopped = true;
      });
    },
  });

  return {
    makeTransceiver(connection, sends, kind) {
      const transceiver: Transceiver = {
        face: {},
        sender: {},
        receiver: {},
        sends,
        received: media.makeTrack(kind, true),
        mid: null,
        stopped: false,
        direction: sends ? 'sendrecv' : 'recvonly',
        currentDirection: null,
      };
      const half: Half = { connection, transceiver };
      transceiver.face = make(RTCRtpTransceiver, half);
      transceiver.sender = make(RTCRtpSender, half);
      transceiver.receiver = make(RTCRtpReceiver, half);
      connection.transceivers.push(transceiver);
      return transceiver;
    },
    makeTransports({ transports }) {
      if (transports.ice) return;
      const interfaceOf = { ice: RTCIceTransport, dtls: RTCDtlsTransport, sctp: RTCSctpTransport };
      let under: object = {};
      for (const kind of ['ice', 'dtls', 'sctp'] as Transport[]) {
        const transport = { face: {}, state: kind === 'sctp' ? 'connecting' : 'new', under };
        under = transport.face = make(interfaceOf[kind], transport);
        transports[kind] = transport;
      }
    },
    globals: { RTCSctpTransport, RTCDtlsTransport, RTCIceTransport, RTCRtpSender, RTCRtpReceiver, RTCRtpTransceiver },
  };
}
