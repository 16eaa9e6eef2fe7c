import { DisconnectReason, LogLevel, Room, RoomEvent, Track, setLogExtension, setLogLevel } from 'livekit-client';
import { startServer } from './livekit-server';
import { type Session, type Side, media, outcome, startRecording, until } from './recording';

const EVENTS = ['Connected', 'Reconnecting', 'SignalReconnecting', 'Reconnected', 'ConnectionStateChanged', 'LocalTrackPublished', 'LocalTrackUnpublished', 'DataReceived', 'Disconnected'] as const;

/** A room of one client and a stand-in for the server, in one page; the recorded side is the client. */
const session =
  (side: Side, close: (room: Room, server: { end(): void }) => unknown): Session =>
  async (signalling) => {
    const notes = startRecording();
    const { stream, stop } = media();
    const server = await startServer(signalling);
    const room = new Room({ singlePeerConnection: false });
    for (const name of EVENTS) {
      room.on(RoomEvent[name] as never, ((detail: unknown) => {
        notes.event(side, `${name} ${name === 'ConnectionStateChanged' ? detail : name === 'Disconnected' ? DisconnectReason[detail as number] : ''}`.trim());
      }) as never);
    }
    // What the library says of errors on its channels is in its log, and nowhere else.
    setLogLevel(LogLevel.warn);
    setLogExtension((level, message) => void (level >= LogLevel.warn && notes.event(side, message, 'warnings')));
    await room.connect(signalling, 'token', { rtcConfig: { iceServers: [] } });
    const [track] = stream.getAudioTracks();
    const publication = await room.localParticipant.publishTrack(track!, { source: Track.Source.Microphone });
    await room.localParticipant.publishData(new TextEncoder().encode('hello'), { reliable: true });
    await until('data', () => notes.has(side, 'DataReceived'));
    const { sender } = publication.track!;
    const { transport } = sender!;
    await until('connected', () => transport?.state === 'connected');

    notes.enter('closing');
    const read = (when: string) => {
      notes.state(side, when, {
        'room.state': room.state,
        publications: room.localParticipant.trackPublications.size,
        'published track': track!.readyState,
        'sender.transport.state': transport?.state,
        'sender.transport.iceTransport.state': transport?.iceTransport?.state,
        'sender.track': sender?.track && 'kept',
      });
    };
    room.on(RoomEvent.Disconnected, () => {
      read("in 'Disconnected'");
      notes.event(side, 'is over', 'marks');
    });
    close(room, server);
    await until('disconnected', () => notes.has(side, 'is over'));
    await notes.quiet();
    read('at last');
    notes.state(side, 'at last', { 'disconnect()': outcome(() => void room.disconnect()) });
    setLogExtension(() => {});
    server.stop();
    stop();
    return notes.result();
  };

window.sessions = {
  'Room.disconnect()': session('closer', (room) => room.disconnect()),
  'Room.disconnect(false)': session('closer', (room) => room.disconnect(false)),
  'the server ends the room': session('other', (_room, server) => server.end()),
};
