import { type ReplayedEngine, departing } from '../replayed-engine';

/** No state of the connection turns before the next task. */
export const lateSignalling: ReplayedEngine = {
  name: 'an engine of which signalingState turns a task later',
  replays: 'no measurement: every engine measured or cited reads "closed" at once',
  behaviour: departing({ staleStates: ['signalingState', 'iceConnectionState', 'connectionState'], statesTurnAfter: 1 }),
  breaks: ['connection-reads-closed'],
};
