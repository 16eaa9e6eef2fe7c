import type { Page } from '../conformance/realm';
import { makeFrame } from '../playground/frame-realm';

/** How the shim comes into a realm: by a script of this URL in the page of the realm, or by a function that is given the realm. */
export type Shim = string | ((realm: Window) => unknown);

/** A realm that nothing was installed in. */
export interface FreshRealm {
  page: Page;
  /** `addEventListener` as the page finds it before anything is installed. */
  taken: EventTarget['addEventListener'];
  /** Puts the shim in; does nothing where the realm is to stay native. */
  install(): Promise<void>;
  leave(): void;
}

/** Makes a realm: native for ever where no shim is given. */
export async function freshRealm(shim?: Shim): Promise<FreshRealm> {
  const { realm, remove } = await makeFrame();
  const page = realm as unknown as Page;
  return {
    page,
    taken: page.EventTarget.prototype.addEventListener,
    async install() {
      if (typeof shim === 'function') shim(realm);
      else if (shim) await load(page, shim);
    },
    leave: remove,
  };
}

const load = (page: Page, url: string) =>
  new Promise<void>((resolve, reject) => {
    const script: HTMLScriptElement = page.document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(url + ' could not be loaded'));
    page.document.body.appendChild(script);
  });
