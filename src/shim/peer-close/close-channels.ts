import type { ObjectCloser } from '../closed-objects/closed-prototype';
import { ask } from '../engine/ask';
import { attempt, bare, each } from '../engine/intrinsics';
import type { Realm } from '../engine/realm';
import { guardFor } from '../events/event-suppression';
import { fireLastEvent, lastEvents } from '../events/last-event';
import { isListenedTo } from '../events/page-listeners';
import { channelsOf } from '../owned-objects/channel-registry';
import type { PeerEvent } from '../repair';
import { hasFiredClosing, isClosedAlone, onEngineClose, shownState } from './channel-stage';

type Announcement = 'closing' | 'error' | 'close';

/** What the shim fires itself, or has held back, on channels. */
export type Handles = Partial<Record<PeerEvent, boolean>>;

/**
 * What closes all channels of a connection whose peer has closed, and announces it, each event in a task of its own, once the engine has fired on
 * all, or should have; `closeObject` gives a channel its closed-object prototype.
 */
export function channelCloser(realm: Realm, handles: Handles, wantsError: boolean, closeObject: ObjectCloser): (connection: object) => void {
  const announce = (channel: object, type: Announcement) => {
    const isLate = shownState.get(channel) === 'closed';
    if (type !== 'closing') shownState.set(channel, 'closed');
    if (type === 'close') fireLastEvent(realm, channel, type);
    else if (!isLate && handles[type] && (type === 'closing' || wantsError) && isListenedTo(channel, type)) realm.fire(channel, type);
  };

  return (connection) => {
    let announcements: (() => void)[] = bare([]);
    let silent = 0;
    const start = () => {
      each(announcements, realm.task);
      announcements = bare([]);
    };
    each(channelsOf(connection), (channel) =>
      attempt(() => {
        const readyState = ask(channel, 'readyState');
        // Without a state (a page may have broken the getter), nothing is known of the channel.
        if (!readyState || readyState === 'closed' || !closeObject(channel)) return;
        shownState.set(channel, 'closing');
        lastEvents.set(channel, 'ours');
        const queue = (type: Announcement) => (announcements[announcements.length] = () => announce(channel, type));
        // On a channel that the page itself was closing, an `error` would be a false alarm: the shim fires none, and lets the engine's pass (Firefox 159 fires one).
        // A channel that Firefox has begun to close because the peer did reads "closing", too, but has fired `closing`.
        if (readyState !== 'closing') queue('closing');
        if (readyState !== 'closing' || hasFiredClosing.get(channel)) queue('error');
        else isClosedAlone.set(channel, true);
        queue('close');
        silent++;
        onEngineClose.set(channel, () => --silent || start());
        realm.listenTo(channel, 'close', guardFor('close'));
      }),
    );
    realm.postpone(start);
  };
}
