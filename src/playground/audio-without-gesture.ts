interface Generator extends MediaStreamTrack {
  writable: { getWriter(): { write(data: unknown): Promise<void> } };
}

/** What Chromium has for tracks that a page fills itself. */
interface Realm {
  MediaStream: typeof MediaStream;
  MediaStreamTrackGenerator?: new (init: { kind: 'audio' }) => Generator;
  AudioData?: new (init: object) => unknown;
  AudioContext?: unknown;
}

const RATE = 48000;
const MILLISECONDS = 10;
const FRAMES = (RATE * MILLISECONDS) / 1000;

/**
 * Puts a source of sound that needs no gesture of the user in the place of a realm's `AudioContext`, where the engine has one (Chromium
 * from 94 on): before a gesture Chromium lets no context start, so no sound arrives, and it warns in the console.
 */
export function audioWithoutGesture(window: Window): void {
  const realm = window as unknown as Realm;
  const { MediaStreamTrackGenerator: TrackGenerator, AudioData: Data } = realm;
  if (!TrackGenerator || !Data) return;
  realm.AudioContext = function (this: object) {
    const track = new TrackGenerator({ kind: 'audio' });
    const writer = track.writable.getWriter();
    let timer: ReturnType<typeof setInterval> | undefined;
    let at = 0;
    const write = () => {
      const data = new Data({ format: 'f32', sampleRate: RATE, numberOfFrames: FRAMES, numberOfChannels: 1, timestamp: at * 1000, data: tone(at) });
      at += MILLISECONDS;
      // A track that was stopped takes nothing more.
      writer.write(data).catch(() => clearInterval(timer));
    };
    return {
      createMediaStreamDestination: () => ({ stream: new realm.MediaStream([track]) }),
      createOscillator: () => ({
        connect: () => undefined,
        start: () => { timer = setInterval(write, MILLISECONDS); },
        stop: () => clearInterval(timer),
      }),
      close: () => Promise.resolve(),
    };
  };
}

function tone(from: number): Float32Array {
  const samples = new Float32Array(FRAMES);
  for (let i = 0; i < FRAMES; i++) samples[i] = 0.2 * Math.sin(2 * Math.PI * 440 * (from / 1000 + i / RATE));
  return samples;
}
