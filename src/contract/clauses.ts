/**
 * The close contract: the id of each clause, which is its sentence in short, and the sentence that is true once it is kept.
 * The id joins a clause's repair, check, test, row in `compat-data.json`, line in the report and switch.
 */
export const clauses = {
  'unprefixed-constructor': '`RTCPeerConnection` names the connection constructor',
  'close-twice-is-quiet': 'a second `close()` does nothing',
  'connection-reads-closed': 'the connection states read "closed"',
  'channels-read-closed': 'every data channel reads "closed"',
  'transports-read-closed': 'SCTP, DTLS and ICE transports read "closed"',
  'transceivers-read-stopped': 'transceivers read stopped and keep their `mid`',
  'transceivers-stay-listed': '`getTransceivers()` still lists them all',
  'senders-are-stopped': 'no senders or receivers are left, senders keep their track',
  'descriptions-stay-readable': 'descriptions and configuration keep their last value',
  'sctp-stays': '`sctp` is the transport that it was, or none',
  'gathering-state-stays': '`iceGatheringState` keeps its last value',
  'remote-side-stays-readable': '`canTrickleIceCandidates` and `getRemoteStreams()` keep their last value',
  'nothing-fires-inside-close': 'nothing fires before `close()` has returned',
  'channels-fire-close-once': 'each channel fires `close` once, in order, in a later task',
  'channels-fire-nothing-else': 'channels fire nothing but `close`',
  'received-tracks-end': 'each received track fires `ended` once',
  'received-tracks-fire-nothing-else': 'received tracks fire nothing but `ended`',
  'connection-fires-nothing': 'the connection fires nothing',
  'sctp-transport-fires-nothing': 'the SCTP transport fires nothing',
  'transports-fire-nothing': 'DTLS and ICE transports fire nothing',
  'send-is-refused': '`send()` on a channel throws InvalidStateError',
  'calls-are-refused': 'calls on a closed connection are refused with InvalidStateError',
  'stats-stay-available': '`getStats()` settles, also after `close()`',
  'peer-close-channels-read-closed': 'every data channel reads "closed" when the peer has closed',
  'peer-close-channels-fire-closing': 'each channel fires `closing` once when the peer has closed',
  'peer-close-channels-fire-error': 'then `error` once, but not where the peer closed the channel itself',
  'peer-close-channels-fire-close-once': 'then `close` once, in order',
} as const;

/** The id of a clause of the close contract. */
export type ClauseId = keyof typeof clauses;
