import { isFunction, readOptions } from './arguments/read-options';
import { type PeerNews, type PeerOptions, expectedOptions, watchPeer } from './peer/peer-closed';

export { onPeerClosed } from './peer/peer-closed';
export type { PeerNews, PeerOptions, PeerSign } from './peer/peer-closed';

/** Options of `peerClosed()`. */
export interface PeerClosedOptions extends PeerOptions {
  /** Ends the waiting: the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Resolves when the peer of a connection has closed it, milliseconds after its `close()` (later in Chromium below 76); it needs no shim.
 * It stays pending when the connection is closed on this side, and when the peer vanishes without a close (a network that is gone, a page that crashed).
 * @throws TypeError (a rejection) for what is not a connection, and for a wrong option; the signal's reason when it is aborted
 */
export function peerClosed(connection: RTCPeerConnection, options: PeerClosedOptions = {}): Promise<PeerNews> {
  return new Promise((resolve, reject) => {
    const read = readOptions('peerClosed', options, {
      channels: expectedOptions.channels,
      signal: [(signal) => isFunction(signal.addEventListener) && typeof signal.aborted === 'boolean', 'an AbortSignal'],
    });
    const { signal } = read;
    const abort = () => {
      stop();
      reject((signal!.reason as unknown) || new DOMException('The waiting was aborted', 'AbortError'));
    };
    const stop = watchPeer(
      'peerClosed',
      connection,
      (news) => {
        if (signal) signal.removeEventListener('abort', abort);
        resolve(news);
      },
      read,
    );
    if (!signal) return;
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
}
