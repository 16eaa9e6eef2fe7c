import type { ReplayedEngine } from '../replayed-engine';
import { chromium39 } from './chromium-39';
import { chromium45 } from './chromium-45';
import { chromium55 } from './chromium-55';
import { chromium64 } from './chromium-64';
import { chromium81 } from './chromium-81';
import { chromium156 } from './chromium-156';
import { conformingEngine } from './conforming';
import { firefox33 } from './firefox-33';
import { firefox43 } from './firefox-43';
import { firefox115 } from './firefox-115';
import { firefox140 } from './firefox-140';
import { firefox153 } from './firefox-153';
import { firefox159 } from './firefox-159';
import { forgetsTransceivers } from './forgets-transceivers';
import { lateStates } from './late-states';
import { safaris } from './safaris';
import { silentPeer } from './silent-peer';

/** Every replayed engine that the suite can be run in. */
export const replayedEngines: readonly ReplayedEngine[] = [
  conformingEngine,
  chromium39,
  chromium45,
  chromium55,
  chromium64,
  chromium81,
  chromium156,
  firefox33,
  firefox43,
  firefox115,
  firefox140,
  firefox153,
  firefox159,
  ...safaris,
  forgetsTransceivers,
  lateStates,
  silentPeer,
];
