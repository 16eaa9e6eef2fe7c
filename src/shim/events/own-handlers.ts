import type { IsSuppressed } from '../closed-objects/closed-prototype';
import { ownDescriptor } from '../engine/intrinsics';
import { listenBefore } from '../engine/listen-before';
import type { Realm } from '../engine/realm';
import { guardFor } from './event-suppression';
import { noteListener } from './page-listeners';

/** Guards an object whose handlers are data properties of its own (Chromium below 43). */
export function guardOwnHandlers(realm: Realm, object: object, isSuppressed: IsSuppressed): void {
  for (const name in object) {
    const type = name.slice(2);
    if (name !== 'on' + type || !isSuppressed(object, type) || !ownDescriptor(object, name)) continue;
    if ((object as Record<string, unknown>)[name]) noteListener(object, type);
    listenBefore(realm, object, type, guardFor(type));
  }
}
