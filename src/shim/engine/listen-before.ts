import type { Realm } from './realm';

/** Puts a listener before the page's handler, where no setter could be patched to do so in time. */
export function listenBefore({ listenTo: listen }: Realm, target: object, type: string, listener: unknown): void {
  const handlers = target as Record<string, unknown>;
  const handler = handlers['on' + type];
  handlers['on' + type] = null;
  listen(target, type, listener);
  handlers['on' + type] = handler;
}
