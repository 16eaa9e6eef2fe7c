/**
 * The close contract: the id of each clause, which is its sentence in short, and the sentence that is true once it is kept.
 * The id joins a clause's repair, check, test, row in `compat-data.json`, line in the report and switch.
 */
declare const clauses: {
    readonly 'unprefixed-constructor': "`RTCPeerConnection` names the connection constructor";
    readonly 'close-twice-is-quiet': "a second `close()` does nothing";
    readonly 'connection-reads-closed': "the connection states read \"closed\"";
    readonly 'channels-read-closed': "every data channel reads \"closed\"";
    readonly 'transports-read-closed': "SCTP, DTLS and ICE transports read \"closed\"";
    readonly 'transceivers-read-stopped': "transceivers read stopped and keep their `mid`";
    readonly 'transceivers-stay-listed': "`getTransceivers()` still lists them all";
    readonly 'senders-are-stopped': "no senders or receivers are left, senders keep their track";
    readonly 'descriptions-stay-readable': "descriptions and configuration keep their last value";
    readonly 'sctp-stays': "`sctp` is the transport that it was, or none";
    readonly 'gathering-state-stays': "`iceGatheringState` keeps its last value";
    readonly 'remote-side-stays-readable': "`canTrickleIceCandidates` and `getRemoteStreams()` keep their last value";
    readonly 'nothing-fires-inside-close': "nothing fires before `close()` has returned";
    readonly 'channels-fire-close-once': "each channel fires `close` once, in order, in a later task";
    readonly 'channels-fire-nothing-else': "channels fire nothing but `close`";
    readonly 'received-tracks-end': "each received track fires `ended` once";
    readonly 'received-tracks-fire-nothing-else': "received tracks fire nothing but `ended`";
    readonly 'connection-fires-nothing': "the connection fires nothing";
    readonly 'sctp-transport-fires-nothing': "the SCTP transport fires nothing";
    readonly 'transports-fire-nothing': "DTLS and ICE transports fire nothing";
    readonly 'send-is-refused': "`send()` on a channel throws InvalidStateError";
    readonly 'calls-are-refused': "calls on a closed connection are refused with InvalidStateError";
    readonly 'stats-stay-available': "`getStats()` settles, also after `close()`";
    readonly 'peer-close-channels-read-closed': "every data channel reads \"closed\" when the peer has closed";
    readonly 'peer-close-channels-fire-closing': "each channel fires `closing` once when the peer has closed";
    readonly 'peer-close-channels-fire-error': "then `error` once, but not where the peer closed the channel itself";
    readonly 'peer-close-channels-fire-close-once': "then `close` once, in order";
};
/** The id of a clause of the close contract. */
type ClauseId = keyof typeof clauses;

export type { ClauseId as C };
