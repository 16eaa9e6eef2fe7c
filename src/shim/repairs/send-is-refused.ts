import { ignores, refuses } from '../fates';
import type { Repair } from '../repair';

/** Firefox ignores `send()` for ever, Chromium accepts it until the state flips, below 85 it throws NetworkError. */
export const sendIsRefused: Repair = {
  id: 'send-is-refused',
  RTCDataChannel: { send: refuses, close: ignores },
};
