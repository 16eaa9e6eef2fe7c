import { repair } from '../repair';

/** No engine closes its channels at once: the state follows when the transport is gone, or never. */
repair({
  id: 'channels-read-closed',
  RTCDataChannel: { readyState: 'closed' },
});
