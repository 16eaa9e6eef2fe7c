import { type ReplayedEngine, departing } from '../replayed-engine';
import { safari27 } from './safari-27';

/** Probably Safari 26.4 to 26.6: as Safari 27, before `addIceCandidate()` was refused and "stopped" was told to pages. */
export const safari26: ReplayedEngine = {
  name: 'Safari 26.4',
  replays: 'https://commits.webkit.org/304859@main',
  behaviour: departing({
    ...safari27.behaviour,
    // A candidate, or their end, may come after `close()` until https://commits.webkit.org/307702@main.
    queuedStillFire: [...safari27.behaviour.queuedStillFire, 'icecandidate'],
    // "inactive" until https://commits.webkit.org/309123@main; null by https://webkit.org/b/276445.
    transceivers: { direction: 'inactive', currentDirection: null },
    // Null once the transceiver is stopped until https://commits.webkit.org/309123@main.
    forgets: [...safari27.behaviour.forgets, 'sender.track'],
    // https://commits.webkit.org/307702@main
    calls: { ...safari27.behaviour.calls, 'addIceCandidate()': 'never settles' },
  }),
  breaks: [
    'channels-read-closed',
    'transports-read-closed',
    'transceivers-read-stopped',
    'senders-are-stopped',
    'remote-side-stays-readable',
    'channels-fire-nothing-else',
    'received-tracks-fire-nothing-else',
    'connection-fires-nothing',
    'sctp-transport-fires-nothing',
    'transports-fire-nothing',
    'send-is-refused',
    'calls-are-refused',
  ],
};
