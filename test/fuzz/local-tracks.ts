import type { Page } from '../../src/conformance/realm';

const sources = new WeakMap<Page, Partial<Record<'audio' | 'video', MediaStreamTrack>>>();

/** A fresh track that needs no device: silence, or a picture that does not change. One audio context serves all programs. */
export function localTrack(kind: 'audio' | 'video', page: Page = window as unknown as Page): MediaStreamTrack {
  const mine = sources.get(page) ?? {};
  sources.set(page, mine);
  mine[kind] ??= kind === 'audio' ? silence(page) : picture(page);
  return mine[kind]!.clone();
}

function silence(page: Page): MediaStreamTrack {
  const [track] = new page.AudioContext().createMediaStreamDestination().stream.getAudioTracks();
  return track as MediaStreamTrack;
}

function picture(page: Page): MediaStreamTrack {
  const canvas = page.document.createElement('canvas') as HTMLCanvasElement;
  canvas.getContext('2d');
  return canvas.captureStream(5).getVideoTracks()[0]!;
}
