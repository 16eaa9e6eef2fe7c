import type { Repair } from '../repair';

/** No engine closes its channels at once: the state follows when the transport is gone, or never. */
export const channelsReadClosed: Repair = {
  id: 'channels-read-closed',
  RTCDataChannel: { readyState: 'closed' },
};
