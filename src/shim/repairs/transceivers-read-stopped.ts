import { keeps } from '../fates';
import type { Repair } from '../repair';

/** Chromium forgets the `mid`; below 103, and in Firefox 115, the directions are not "stopped". */
export const transceiversReadStopped: Repair = {
  id: 'transceivers-read-stopped',
  RTCRtpTransceiver: { stopped: true, direction: 'stopped', currentDirection: 'stopped', mid: keeps },
};
