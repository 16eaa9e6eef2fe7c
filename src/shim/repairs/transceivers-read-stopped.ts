import { keeps } from '../closed-objects/closed-members';
import { repair } from '../repair';

/** Chromium forgets the `mid`; below 103, and in Firefox 115, the directions are not "stopped". */
repair({
  id: 'transceivers-read-stopped',
  RTCRtpTransceiver: { stopped: true, direction: 'stopped', currentDirection: 'stopped', mid: keeps },
});
