import { chromium45 } from './chromium-45';
import { type ReplayedEngine, departing } from '../replayed-engine';

/** As Chromium 45, with attributes on the instances; tracks end inside `close()`. */
export const chromium39: ReplayedEngine = {
  name: 'Chromium 39',
  replays: 'chromium-39.0.2171.95.json',
  behaviour: departing({
    ...chromium45.behaviour,
    lacks: [...chromium45.behaviour.lacks, 'AudioContext.close'],
    attributesOnInstances: true,
    queuedStillFire: ['open', 'close', 'addstream', 'icecandidate', 'negotiationneeded'],
    channelsRead: 'closed',
    send: 'InvalidStateError',
    tracksEnd: 'inside',
  }),
};
