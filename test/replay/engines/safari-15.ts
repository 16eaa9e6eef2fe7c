import { type ReplayedEngine, departing } from '../replayed-engine';
import { safari16 } from './safari-16';

/** Probably Safari 15.4 to 16.0: as Safari 16.4, and the DTLS transport, too, turns closed only when the engine tells of it (https://commits.webkit.org/252948@main). */
export const safari15: ReplayedEngine = {
  name: 'Safari 15.4',
  replays: 'https://commits.webkit.org/252948@main',
  behaviour: departing({
    ...safari16.behaviour,
    transportsTurnLater: ['sctp', 'dtls', 'ice'],
    // Not known: no source says what becomes of it when the engine's transceiver is stopped.
    transceivers: { ...safari16.behaviour.transceivers, mid: null },
  }),
  breaks: safari16.breaks!,
};
