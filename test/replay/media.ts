import type { Interface } from './interfaces';
import type { RealmParts } from './realm-parts';

/** A track, local or received. */
export interface Track {
  face: object;
  kind: string;
  readyState: string;
  muted: boolean;
}

/** A stream. */
export interface Stream {
  face: object;
  tracks: Track[];
}

/** The media of a realm. */
export interface Media {
  makeTrack(kind: string, muted: boolean): Track;
  makeStream(tracks: Track[]): Stream;
  /** The globals that the suite makes its media with. */
  globals: Record<string, unknown>;
}

/** Makes tracks, streams, and as much of audio contexts and canvases as gives a stream. */
export function createMedia({ behaviour, events, interfaces }: RealmParts): Media {
  const { define, make } = interfaces;
  const modelOf = interfaces.modelOf as <T>(face: object) => T;

  const MediaStreamTrack: Interface = define(
    'MediaStreamTrack',
    {
      get kind() {
        return modelOf<Track>(this).kind;
      },
      get readyState() {
        return modelOf<Track>(this).readyState;
      },
      get muted() {
        return modelOf<Track>(this).muted;
      },
      stop() {
        modelOf<Track>(this).readyState = 'ended';
      },
      clone() {
        return makeTrack(modelOf<Track>(this).kind, false).face;
      },
    },
    ['mute', 'unmute', 'ended'],
  );
  const tracksOf = (stream: object, kind?: string) =>
    modelOf<Stream>(stream)
      .tracks.filter((track) => !kind || track.kind === kind)
      .map(({ face }) => face);
  const MediaStream: Interface = define('MediaStream', {
    getTracks() {
      return tracksOf(this);
    },
    getAudioTracks() {
      return tracksOf(this, 'audio');
    },
    getVideoTracks() {
      return tracksOf(this, 'video');
    },
    addTrack(track: object) {
      modelOf<Stream>(this).tracks.push(modelOf<Track>(track));
    },
  });
  const makeTrack = (kind: string, muted: boolean): Track => {
    const track: Track = { face: {}, kind, readyState: 'live', muted };
    track.face = make(MediaStreamTrack, track);
    if (behaviour.tracksAreDeaf) events.deafen(track.face);
    return track;
  };
  const makeStream = (tracks: Track[]): Stream => {
    const stream: Stream = { face: {}, tracks };
    stream.face = make(MediaStream, stream);
    return stream;
  };

  class AudioContext {
    createMediaStreamDestination() {
      return { stream: makeStream([makeTrack('audio', false)]).face };
    }
    createOscillator() {
      return { connect() {}, start() {}, stop() {} };
    }
    close() {
      return Promise.resolve();
    }
  }
  if (behaviour.lacks.includes('AudioContext.close')) delete (AudioContext.prototype as Partial<AudioContext>).close;
  const canvas: Record<string, unknown> = { width: 16, height: 16, getContext: () => ({ fillStyle: '', fillRect() {} }) };
  if (!behaviour.lacks.includes('HTMLCanvasElement.captureStream')) canvas.captureStream = () => makeStream([makeTrack('video', false)]).face;

  return {
    makeTrack,
    makeStream,
    globals: { MediaStreamTrack, MediaStream, AudioContext, document: { createElement: () => ({ ...canvas }) } },
  };
}
