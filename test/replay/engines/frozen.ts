import type { ReplayedEngine } from '../replayed-engine';
import { firefox153 } from './firefox-153';

/** Firefox 153 in a page that froze the interface prototypes before the shim came. */
export const frozen: ReplayedEngine = {
  name: 'frozen interface prototypes',
  replays: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Object/freeze',
  behaviour: { ...firefox153.behaviour, frozen: true },
};
