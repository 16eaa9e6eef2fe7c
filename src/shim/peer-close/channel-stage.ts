import { bare, weakMap } from '../engine/intrinsics';

/** How far one channel is with a close of the peer. */
export interface ChannelStage {
  /** What its `readyState` reads, where the shim has closed it: "closing" until it has had its turn. */
  shownState?: 'closing' | 'closed';
  /** Whether the page has closed the connection on this side since. */
  isClosedHere?: boolean;
  /** Whether the engine has fired `closing` on it. */
  hasFiredClosing?: boolean;
  /** Whether it was being closed by itself when the peer closed the connection: its `error` is left to the engine then. */
  isClosedAlone?: boolean;
  /** Called when the engine fires `close` on it. */
  onEngineClose?: () => void;
}

const stages = weakMap<ChannelStage>();

/** How far a channel is. */
export function stageOf(channel: object): ChannelStage {
  const stage = stages.get(channel) || bare({});
  stages.set(channel, stage);
  return stage;
}

/** Notes that the page has closed a channel's connection on this side, where its peer has closed before: the channel has no turn left to wait for. */
export function closeOnThisSide(channel: object): void {
  const stage = stageOf(channel);
  stage.isClosedHere = true;
  if (stage.shownState) stage.shownState = 'closed';
}
