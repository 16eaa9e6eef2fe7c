/** How it was known that the peer has closed. */
type PeerSign = 'dtls' | 'sctp' | 'channel' | 'statistics' | 'ice-failed';
/** The news that the peer has closed. */
interface PeerNews {
    /**
     * `dtls`, `sctp`: the transport was closed by the peer; `channel`: one failed with it; `statistics`: they show no DTLS session any more
     * (Chromium 67 to 75); `ice-failed`: nothing better is to be had.
     */
    by: PeerSign;
    /** When it was known, in milliseconds on the clock of `performance.now()`. */
    at: number;
}
/** What may be said about the connection. */
interface PeerOptions {
    /** Channels that the page made, for engines without transport objects (Firefox below 82, Safari below 15.4); received ones are found. */
    channels?: readonly RTCDataChannel[];
}
/**
 * Calls back once when the peer of a connection has closed it: milliseconds after its `close()`, where `connectionState` takes seconds.
 * It patches nothing, adds no channel, and lets go of the connection when it is told, stopped, or closed on this side; then it is silent.
 * @returns what stops it
 * @throws TypeError for what is not a connection, without a callback, and for a wrong option
 * @see https://w3c.github.io/webrtc-pc/#rtcdtlstransportstate-enum
 */
declare function onPeerClosed(connection: RTCPeerConnection, callback: (news: PeerNews) => unknown, options?: PeerOptions): () => void;

/** Options of `peerClosed()`. */
interface PeerClosedOptions extends PeerOptions {
    /** Ends the waiting: the promise rejects with the signal's reason. */
    signal?: AbortSignal;
}
/**
 * Resolves when the peer of a connection has closed it, milliseconds after its `close()` (later in Chromium below 76); it needs no shim.
 * It stays pending when the connection is closed on this side, and when the peer vanishes without a close (a network that is gone, a page that crashed).
 * @throws TypeError (a rejection) for what is not a connection, and for a wrong option; the signal's reason when it is aborted
 */
declare function peerClosed(connection: RTCPeerConnection, options?: PeerClosedOptions): Promise<PeerNews>;

export { onPeerClosed, peerClosed };
export type { PeerClosedOptions, PeerNews, PeerOptions, PeerSign };
