import { ignores, refuses } from '../closed-objects/closed-members';
import { repair } from '../repair';

/** Firefox ignores `send()` for ever, Chromium accepts it until the state flips, below 85 it throws NetworkError. */
repair({
  id: 'send-is-refused',
  RTCDataChannel: { send: refuses, close: ignores },
});
