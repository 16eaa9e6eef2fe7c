import { weakMap } from '../engine/intrinsics';

// How far each channel is with a close of the peer.

/** What its `readyState` reads, where the shim has closed it: "closing" until it has had its turn. */
export const shownState = weakMap<'closing' | 'closed'>();

/** Whether the page has closed the connection on this side since. */
export const isClosedHere = weakMap<boolean>();

/** Whether the engine has fired `closing` on it. */
export const hasFiredClosing = weakMap<boolean>();

/** Whether it was being closed by itself when the peer closed the connection: its `error` is left to the engine then. */
export const isClosedAlone = weakMap<boolean>();

/** What is called when the engine fires `close` on it. */
export const onEngineClose = weakMap<() => void>();

/** Notes that the page has closed a channel's connection on this side, where its peer has closed before: the channel has no turn left to wait for. */
export function closeOnThisSide(channel: object): void {
  isClosedHere.set(channel, true);
  if (shownState.get(channel)) shownState.set(channel, 'closed');
}
