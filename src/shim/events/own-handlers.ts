import type { IsSilenced } from '../closed-objects/closed-prototype';
import { ownDescriptor } from '../engine/intrinsics';
import { listenBefore } from '../engine/listen-before';
import type { Realm } from '../engine/realm';
import { guardFor, noteListener } from './event-suppression';

/** Guards an object whose handlers are data properties of its own (Chromium below 43). */
export function guardOwnHandlers(realm: Realm, object: object, isSilenced: IsSilenced): void {
  for (const name in object) {
    const type = name.slice(2);
    if (name !== 'on' + type || !isSilenced(object, type) || !ownDescriptor(object, name)) continue;
    if ((object as Record<string, unknown>)[name]) noteListener(object, type);
    listenBefore(realm, object, type, guardFor(type));
  }
}
