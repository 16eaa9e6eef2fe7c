import { SignalRequest } from '@livekit/protocol';

/** What stands in for a LiveKit server: it speaks its signals for one client, answers the offers and sends data back where it came from. */
export interface LiveKitServer {
  /** The server ends the room. */
  end(): void;
  stop(): void;
}

/** What a client is told first. No session lasts until its first ping. */
const ROOM = {
  room: { sid: 'RM_1', name: 'room' },
  participant: { sid: 'PA_1', identity: 'client', state: 'JOINED', permission: { canPublish: true, canPublishData: true, canSubscribe: true } },
  serverInfo: { version: '1.9.0', protocol: 15 },
  pingInterval: 10,
  pingTimeout: 30,
};

/** Starts the stand-in on its side of the signalling. */
export async function startServer(signalling: string): Promise<LiveKitServer> {
  const socket = new WebSocket(`${signalling}/server`);
  socket.binaryType = 'arraybuffer';
  const connection = new RTCPeerConnection({ iceServers: [] });
  const say = (message: object) => socket.send(JSON.stringify(message));
  connection.onicecandidate = ({ candidate }) => candidate && say({ trickle: { candidateInit: JSON.stringify(candidate), target: 'PUBLISHER' } });
  connection.ondatachannel = ({ channel }) => (channel.onmessage = ({ data }) => channel.send(data));

  // One after the other: a candidate may come while the offer before it is being taken.
  let before = Promise.resolve();
  socket.onmessage = ({ data }) => {
    before = before.then(() => (data === 'joined' ? say({ join: ROOM }) : answer(SignalRequest.fromBinary(new Uint8Array(data)))));
  };

  async function answer({ message }: SignalRequest): Promise<void> {
    if (message.case === 'offer') {
      await connection.setRemoteDescription({ type: 'offer', sdp: message.value.sdp });
      await connection.setLocalDescription();
      say({ answer: { type: 'answer', sdp: connection.localDescription!.sdp, id: message.value.id } });
    }
    if (message.case === 'trickle') await connection.addIceCandidate(JSON.parse(message.value.candidateInit));
    if (message.case === 'addTrack') {
      const { cid, type, source } = message.value;
      say({ trackPublished: { cid, track: { sid: `TR_${source}`, type, source } } });
    }
  }

  await new Promise((resolve) => (socket.onopen = resolve));
  return {
    end: () => say({ leave: { reason: 'ROOM_DELETED', action: 'DISCONNECT' } }),
    stop() {
      connection.close();
      socket.close();
    },
  };
}
