import type { Repair } from '../repair';
import { ignores, refuses } from '../seals';

/** Firefox ignores `send()` for ever, Chromium accepts it until the state flips, below 85 it throws NetworkError. */
export const sendIsRefused: Repair = {
  id: 'send-is-refused',
  seals: { RTCDataChannel: { send: refuses, close: ignores } },
};
