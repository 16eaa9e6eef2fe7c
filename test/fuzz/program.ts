/** A channel by its slot: the one that was made, or (`far`) what its peer received of it. */
export interface ChannelRef {
  slot: string;
  far?: boolean;
}

/** What can be listened to. */
export type Place =
  | { at: 'connection' | 'sctp' | 'dtls' | 'ice'; on: number }
  | { at: 'received'; on: number; nth: number }
  | ({ at: 'channel' } & ChannelRef);

/** How it is listened: by an `on…` handler, or by a listener of some form. */
export type Form =
  | { via: 'handler' }
  // An `addEventListener` from before the shim, and the Observable form: where it is compared with a native run.
  | { via: 'taken' }
  | { via: 'when' }
  | { via: 'listener'; capture?: boolean; once?: boolean; passive?: boolean; signal?: boolean; object?: boolean };

/** How a channel is made. */
export const channelModes = ['plain', 'unordered', 'retransmits', 'lifetime', 'negotiated'] as const;

/** What is called on a connection, open or closed. */
export const callNames = [
  'createOffer',
  'createAnswer',
  'setLocalDescription',
  'setRemoteDescription',
  'addIceCandidate',
  'createDataChannel',
  'addTrack',
  'removeTrack',
  'addTransceiver',
  'setConfiguration',
  'restartIce',
  'rollback',
  'stop',
  'direction',
  'replaceTrack',
  'setParameters',
  'getStats',
] as const;

/** What is asked of a connection, and with what for an argument. */
export const questions = ['getStats', 'getConfiguration', 'getSenders', 'getTransceivers', 'createDataChannel', 'removeTrack', 'addTrack', 'setConfiguration'] as const;
export const givens = ['nothing', 'a number', 'null', 'a function', 'a track'] as const;

/** The options that a program installs the shim with. */
export interface Choices {
  channelClose?: 'event' | 'silent';
  stopTracks?: boolean;
}

/** What is done at once, from outside or inside of a listener. What names nothing that there is does nothing. */
export type Command =
  | { do: 'channel'; on: number; slot: string; mode: (typeof channelModes)[number] }
  | { do: 'negotiate'; on: number }
  | { do: 'media'; on: number; kind: 'audio' | 'video'; by: 'track' | 'transceiver' | 'relay' }
  | { do: 'call'; on: number; what: (typeof callNames)[number]; nth: number }
  | { do: 'stop-received'; on: number; nth: number }
  | { do: 'send'; to: ChannelRef; what: 'text' | 'bytes' | 'much' }
  | { do: 'send-many'; to: ChannelRef }
  | { do: 'close-channel'; to: ChannelRef }
  | { do: 'close'; on: number; blind?: boolean }
  | { do: 'listen'; slot: string; to: Place; type: string; form: Form; again?: boolean; then: Act[] }
  | { do: 'unlisten'; slot: string }
  | { do: 'abort'; slot: string }
  | { do: 'dispatch'; to: Place; type: string }
  | { do: 'install'; options: Choices }
  | { do: 'uninstall' }
  | { do: 'occupy'; ms: number }
  | { do: 'lay'; to: Place; member: string; onPrototype?: boolean }
  | { do: 'ask'; on: number; member: (typeof questions)[number]; given: (typeof givens)[number] };

/** What a listener does besides. */
export type Act = Command | { do: 'throw' } | { do: 'stop-event' };

/** What only happens between commands. */
export type Pause = { do: 'wait'; for: 'microtask' | 'task' | number } | { do: 'wait-open' };

/** A program: plain data. */
export interface Program {
  /** Begins without the shim. */
  native?: boolean;
  /** Its connections are of a class of the page's own. */
  subclass?: boolean;
  commands: (Command | Pause)[];
}

/** The events of each kind of target. */
export const eventTypes: Record<Place['at'], readonly string[]> = {
  connection: ['signalingstatechange', 'iceconnectionstatechange', 'connectionstatechange', 'icegatheringstatechange', 'negotiationneeded', 'icecandidate', 'track', 'datachannel'],
  channel: ['close', 'open', 'message', 'bufferedamountlow', 'closing', 'error'],
  sctp: ['statechange'],
  dtls: ['statechange', 'error'],
  ice: ['statechange', 'gatheringstatechange', 'selectedcandidatepairchange'],
  received: ['ended', 'mute', 'unmute'],
};

/** Members of each kind of target that a page lays code of its own over. */
export const members: Record<Place['at'], readonly string[]> = {
  connection: ['getSenders', 'getStats', 'createDataChannel', 'connectionState', 'signalingState', 'close'],
  channel: ['send', 'close', 'readyState', 'label'],
  sctp: ['state'],
  dtls: ['state'],
  ice: ['state'],
  received: ['readyState', 'stop'],
};
