import type { check } from '../check';
import type { Handle, install } from '../fn';

/** What the two script tags before this one leave, and what old engines have under other names. */
export interface Globals {
  rtcCloseShim?: Handle & { install: typeof install };
  rtcCloseCheck?: { check: typeof check };
  RTCPeerConnection?: unknown;
  Promise?: unknown;
}

/** The page's global object. */
export const globals = window as unknown as Globals;
