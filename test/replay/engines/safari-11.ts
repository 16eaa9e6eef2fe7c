import { safari26 } from './safari-26';
import { type ReplayedEngine, departing } from '../replayed-engine';

/** Channels turn closed later and fire nothing; `addIceCandidate()` never settles (https://commits.webkit.org/307702@main). */
export const safari11: ReplayedEngine = {
  name: 'Safari 11',
  replays: 'https://commits.webkit.org/304859@main',
  behaviour: departing({
    ...safari26.behaviour,
    channelEvents: [],
    unopenedEvents: [],
    calls: { 'addIceCandidate()': 'never settles' },
  }),
  breaks: ['channels-read-closed', 'transceivers-read-stopped', 'channels-fire-close-once', 'send-is-refused', 'calls-are-refused'],
};
