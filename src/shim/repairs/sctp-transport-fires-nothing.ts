import { repair } from '../repair';

/** Chromium fires `statechange` from inside `close()`. */
repair({ id: 'sctp-transport-fires-nothing', suppresses: ['RTCSctpTransport'] });
