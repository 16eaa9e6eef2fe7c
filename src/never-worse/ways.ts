import type { FreshRealm } from './fresh-realm';

/** Makes what is called with an event; each call of it is noted under the way's name. */
export type MakeEar = (way: string) => (this: unknown, event: Event) => void;

type Listen = (target: EventTarget, type: string, ear: MakeEar, realm: FreshRealm) => void;

/** A group of ways in which one connection is listened to. */
export interface Way {
  name: string;
  listen: Listen;
  /** Listens before the shim is installed. */
  early?: true;
  /** Listens when this event of the close is heard, on everything else. */
  inside?: [object: string, type: string];
}

type Handlers = Record<string, unknown>;

const handler: Listen = (target, type, ear) => {
  if ('on' + type in target) (target as unknown as Handlers)['on' + type] = ear('handler');
};

const listener: Listen = (target, type, ear) => target.addEventListener(type, ear('listener'));

const capture: Listen = (target, type, ear) => target.addEventListener(type, ear('capture'), true);

const once: Listen = (target, type, ear) => target.addEventListener(type, ear('once'), { once: true });

const handleEvent: Listen = (target, type, ear) => target.addEventListener(type, { handleEvent: ear('handleEvent') });

const signal: Listen = (target, type, ear, { page }) => {
  if (page.AbortController) target.addEventListener(type, ear('signal'), { signal: new page.AbortController().signal });
};

interface Observed {
  when?(type: string): { subscribe(next: (event: Event) => void): void };
}

const when: Listen = (target, type, ear) => {
  const observed = target as Observed;
  if (observed.when) observed.when(type).subscribe(ear('when()'));
};

const pastTheShim: Listen = (target, type, ear, realm) => realm.taken.call(target, type, ear('taken addEventListener'));

const inOrder =
  (...parts: Listen[]): Listen =>
  (target, type, ear, realm) =>
    parts.forEach((part) => part(target, type, ear, realm));

/** An `addEventListener` that was taken before the shim came. */
export const taken: Way = { name: 'taken addEventListener', listen: pastTheShim };

/** The ways to listen: each is the only one on a connection of its own. */
export const ways: readonly Way[] = [
  { name: 'all ways', listen: inOrder(when, signal, handleEvent, once, capture, listener, handler, pastTheShim) },
  { name: 'handler', listen: handler },
  { name: 'listener', listen: listener },
  { name: 'when()', listen: when },
  taken,
  { name: 'before install', listen: inOrder(listener, handler, when), early: true },
  { name: 'capture', listen: capture },
  { name: 'once', listen: once },
  { name: 'handleEvent', listen: handleEvent },
  { name: 'signal', listen: signal },
  { name: 'handler, then listener', listen: inOrder(handler, listener) },
  { name: 'listener, then handler', listen: inOrder(listener, handler) },
  { name: 'taken addEventListener, then listener', listen: inOrder(pastTheShim, listener) },
  { name: "in a channel's close", listen: inOrder(listener, handler), inside: ['channel first', 'close'] },
  { name: "in a track's ended", listen: inOrder(listener, handler), inside: ['received track audio', 'ended'] },
];

/** How many of them, the first ones, the quick form takes. */
export const QUICK_WAYS = 6;

/** Listens to nothing: what is read and called is then the only thing that is done. */
export const deaf: Way = { name: 'nothing', listen: () => undefined };
