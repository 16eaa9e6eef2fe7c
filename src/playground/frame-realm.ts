/** A fresh native realm: that of an empty frame. */
export interface FrameRealm {
  realm: Window;
  /** Removes the frame, where the engine lives through that. */
  remove(): void;
}

/** Makes a realm that nothing has been installed in. */
export function makeFrame(): Promise<FrameRealm> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.className = 'realm';
    frame.title = 'where the connections are made';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    const loaded = () => {
      frame.removeEventListener('load', loaded);
      // Asked while the realm is as it was made.
      const goes = canGo(frame);
      resolve({ realm: frame.contentWindow!, remove: () => { if (goes) document.body.removeChild(frame); } });
    };
    // Firefox replaces the document that is there at first.
    frame.addEventListener('load', loaded);
    document.body.appendChild(frame);
  });
}

/** Chromium 39 crashes when a frame goes that has an audio context, which can't be closed there; below 43 and in Firefox below 40 such frames stay. */
function canGo({ contentWindow }: HTMLIFrameElement): boolean {
  const { AudioContext, webkitAudioContext } = contentWindow as unknown as Record<string, { prototype: object } | undefined>;
  const made = AudioContext || webkitAudioContext;
  return !made || 'close' in made.prototype;
}
