import { type ClauseCheck, compareCalls } from '../check-clause';

export const sendIsRefused: ClauseCheck = {
  id: 'send-is-refused',
  expected: '`send()` throws InvalidStateError, `close()` does nothing',
  look: compareCalls((name) =>
    /^channel .*send/.test(name) ? /^throws InvalidStateError$/ : /^channel .*close/.test(name) ? /^returns undefined$/ : undefined,
  ),
};
