import type { Handle, install } from '../fn';

/** What the script tags before this one leave, and what old engines have under other names. */
export interface Globals {
  rtcCloseShim?: Handle & { install: typeof install };
  /** The never-worse suite, on pages that have its script, too. */
  rtcNeverWorse?: { neverWorse(how: { shim: (realm: Window) => void; quick: boolean; progress: (step: string) => void }): Promise<object> };
  RTCPeerConnection?: unknown;
  Promise?: unknown;
}

/** The page's global object. */
export const globals = window as unknown as Globals;
