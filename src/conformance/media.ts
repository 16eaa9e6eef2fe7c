import type { Page } from './realm';

/** Local audio and video that need no device and no permission. */
export interface Media {
  stream: MediaStream;
  stop(): void;
}

/** Audio contexts that can't be closed: one a page, which may have six (Chromium below 43, Firefox below 40). */
const lasting = new WeakMap<Page, AudioContext>();

/** An oscillator and a canvas as a stream; audio alone where a canvas can't be captured. */
export function makeMedia(page: Page): Media {
  const audio: AudioContext = lasting.get(page) || new (page.AudioContext || page.webkitAudioContext)();
  if (!audio.close) lasting.set(page, audio);
  const destination = audio.createMediaStreamDestination();
  const oscillator = audio.createOscillator();
  oscillator.connect(destination);
  oscillator.start();
  const { stream } = destination;

  const canvas = page.document.createElement('canvas') as HTMLCanvasElement;
  const context = canvas.getContext('2d');
  let drawing: ReturnType<typeof setInterval> | undefined;
  if (canvas.captureStream && context) {
    drawing = setInterval(() => {
      context.fillStyle = context.fillStyle === '#000000' ? '#ffffff' : '#000000';
      context.fillRect(0, 0, canvas.width, canvas.height);
    }, 40);
    stream.addTrack(canvas.captureStream(25).getVideoTracks()[0]!);
  }
  return {
    stream,
    stop() {
      clearInterval(drawing);
      oscillator.stop();
      // Chromium 39 crashes when a track of an audio node is stopped.
      if (!audio.close) return;
      tracksOf(stream).forEach((track) => track.stop());
      void audio.close();
    },
  };
}

/** The tracks of a stream; Gecko below 34 has no `getTracks()`. */
export const tracksOf = (stream: MediaStream): MediaStreamTrack[] => stream.getAudioTracks().concat(stream.getVideoTracks());

/** Sends a stream: track by track, or whole where the engine knows no tracks. */
export function send(connection: RTCPeerConnection, stream: MediaStream): void {
  if (connection.addTrack) tracksOf(stream).forEach((track) => connection.addTrack(track, stream));
  else (connection as unknown as { addStream(stream: MediaStream): void }).addStream(stream);
}
