import { firefox153 } from './firefox-153';
import { type ReplayedEngine, departing } from '../replayed-engine';

/** Unlike 153 it fires `error` where the peer has closed. */
export const firefox159: ReplayedEngine = {
  name: 'Firefox 159',
  replays: 'firefox-159.0.json',
  behaviour: departing({ ...firefox153.behaviour, peerCloseEvents: ['closing', 'error', 'close'] }),
};
