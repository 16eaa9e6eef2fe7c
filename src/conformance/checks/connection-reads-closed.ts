import { type ClauseCheck, reads } from '../check-clause';

export const connectionReadsClosed: ClauseCheck = {
  id: 'connection-reads-closed',
  expected: '"closed" at once and later',
  look: reads(/^connection\.(signalingState|iceConnectionState|connectionState)$/, 'closed'),
};
