import type { Repair } from '../repair';
import { keeps, reads } from '../seals';

/** Chromium forgets the `mid`; below 103, and in Firefox 115, the directions are not "stopped". */
export const transceiversReadStopped: Repair = {
  id: 'transceivers-read-stopped',
  seals: {
    RTCRtpTransceiver: {
      stopped: reads(true),
      direction: reads('stopped'),
      currentDirection: reads('stopped'),
      mid: keeps,
    },
  },
};
