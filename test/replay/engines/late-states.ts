import { type ReplayedEngine, departing } from '../replayed-engine';

/** The states of the transport turn in the next task. */
export const lateStates: ReplayedEngine = {
  name: 'transport states that turn a task later',
  replays: 'no measurement: iceConnectionState as in Chromium 64, and connectionState alike',
  behaviour: departing({ staleStates: ['iceConnectionState', 'connectionState'], statesTurnAfter: 1 }),
  breaks: ['connection-reads-closed'],
};
