import type { IsSilenced } from '../closed-objects/closed-prototype';
import { ownDescriptor } from '../engine/intrinsics';
import type { Realm } from '../engine/realm';
import { guardFor, noteListener } from './event-suppression';

/** Puts a listener before the page's handler, where no setter could be patched to do so in time. */
export function listenBefore({ listenTo: listen }: Realm, target: object, type: string, listener: unknown): void {
  const handlers = target as Record<string, unknown>;
  const handler = handlers['on' + type];
  handlers['on' + type] = null;
  listen(target, type, listener);
  handlers['on' + type] = handler;
}

/** Guards an object whose handlers are data properties of its own (Chromium below 43). */
export function guardOwnHandlers(realm: Realm, object: object, isSilenced: IsSilenced): void {
  for (const name in object) {
    const type = name.slice(2);
    if (name !== 'on' + type || !isSilenced(object, type) || !ownDescriptor(object, name)) continue;
    if ((object as Record<string, unknown>)[name]) noteListener(object, type);
    listenBefore(realm, object, type, guardFor(type));
  }
}
