/** A fresh native realm: that of an empty frame. */
export interface FrameRealm {
  realm: Window;
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
      resolve({ realm: frame.contentWindow!, remove: () => document.body.removeChild(frame) });
    };
    // Firefox replaces the document that is there at first.
    frame.addEventListener('load', loaded);
    document.body.appendChild(frame);
  });
}
