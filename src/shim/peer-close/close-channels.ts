import type { ObjectCloser } from '../closed-objects/closed-prototype';
import { ask } from '../engine/ask';
import { attempt, bare, each } from '../engine/intrinsics';
import type { Realm } from '../engine/realm';
import { fireLastEvent, guardFor, isListenedTo, lastEvents } from '../events/event-suppression';
import { channelsOf } from '../owned-objects/channel-registry';
import type { PeerEvent } from '../repair';
import { stageOf } from './channel-stage';

/** By when an engine that fires on channels has done so, in milliseconds; messages that were on their way are there by then. */
const PATIENCE = 40;

/** What is done about a close of the peer. */
export interface PeerCloseContext {
  realm: Realm;
  /** What the shim fires itself, or has held back, on channels. */
  handles: Partial<Record<PeerEvent, boolean>>;
  /** Whether the page is to hear `error`. */
  wantsError: boolean;
  /** Gives a channel its closed-object prototype. */
  closeObject: ObjectCloser;
}

type Announcement = 'closing' | 'error' | 'close';

/** Has a channel announce its close to the page, as far as the shim does that. */
function announce({ realm, handles, wantsError }: PeerCloseContext, channel: object, type: Announcement): void {
  const stage = stageOf(channel);
  const isLate = stage.shownState === 'closed';
  if (type !== 'closing') stage.shownState = 'closed';
  if (type === 'close') fireLastEvent(realm, channel, type);
  else if (!isLate && handles[type] && (type === 'closing' || wantsError) && isListenedTo(channel, type)) realm.fire(channel, type);
}

/** Closes all channels of a connection whose peer has closed, and announces it, each event in a task of its own, once the engine has fired on all, or after `PATIENCE`. */
export function closeChannels(context: PeerCloseContext, connection: object): void {
  const { realm } = context;
  const { postpone } = realm;
  let announcements: (() => void)[] = bare([]);
  let silent = 0;
  const start = () => {
    each(announcements, realm.task);
    announcements = bare([]);
  };
  each(channelsOf(connection), (channel) =>
    attempt(() => {
      const readyState = ask(channel, 'readyState');
      // Where the page has broken it, there is no telling.
      if (!readyState || readyState === 'closed' || !context.closeObject(channel)) return;
      const stage = stageOf(channel);
      stage.shownState = 'closing';
      lastEvents.set(channel, 'ours');
      const queue = (type: Announcement) => (announcements[announcements.length] = () => announce(context, channel, type));
      // On what the page itself was closing, an error would be a false alarm: it is the engine's affair (Firefox 159 fires one). Firefox begins
      // to close a channel as the peer does, and has fired `closing` then.
      if (readyState !== 'closing') queue('closing');
      if (readyState !== 'closing' || stage.hasFiredClosing) queue('error');
      else stage.isClosedAlone = true;
      queue('close');
      silent++;
      stage.onEngineClose = () => --silent || start();
      realm.listenTo(channel, 'close', guardFor('close'));
    }),
  );
  postpone(start, PATIENCE);
}
