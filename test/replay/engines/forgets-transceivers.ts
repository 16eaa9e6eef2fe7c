import { type ReplayedEngine, departing } from '../replayed-engine';

/** Empties `getTransceivers()`. */
export const forgetsTransceivers: ReplayedEngine = {
  name: 'an engine that empties getTransceivers()',
  replays: 'no measurement: the repair names Chromium 70 to 72, where the suite sees nothing of it',
  behaviour: departing({ listed: [] }),
  breaks: ['transceivers-stay-listed'],
};
