import { type ReplayedEngine, departing } from '../replayed-engine';

/** Keeps every clause: what the others depart from. */
export const conformingEngine: ReplayedEngine = {
  name: 'an engine by the contract',
  replays: 'https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-close',
  behaviour: departing({}),
  breaks: [],
};
