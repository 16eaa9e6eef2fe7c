import type { Order } from './listeners';
import type { Place } from './program';

/** What engines do differently, and no clause of the contract is about. */
export interface Engine {
  /** Whether capturing listeners are called first at a target that is no node; Chromium calls all in the order of adding. */
  capturesFirst: boolean;
  /** Who does not hear what a page dispatches: in Firefox the handlers of connections, and the listeners of tracks. */
  deaf: { [kind in Place['at']]?: Order['skips'] };
}

let known: Engine | undefined;

/** Asks the engine, natively, and once. */
export function probeEngine(): Engine {
  if (known) return known;
  const connection = new RTCPeerConnection();
  const { track } = connection.addTransceiver('audio').receiver;
  known = { capturesFirst: capturesFirst(), deaf: { connection: deaf(connection, 'signalingstatechange'), received: deaf(track, 'mute') } };
  connection.close();
  return known;
}

function capturesFirst(): boolean {
  const order: boolean[] = [];
  const target = new EventTarget();
  for (const capture of [false, true]) target.addEventListener('order', () => order.push(capture), capture);
  target.dispatchEvent(new Event('order'));
  return order[0]!;
}

function deaf(target: EventTarget, type: string): Order['skips'] {
  const heard = { handlers: false, listeners: false };
  target.addEventListener(type, () => (heard.listeners = true));
  Object.assign(target, { [`on${type}`]: () => (heard.handlers = true) });
  target.dispatchEvent(new Event(type));
  return heard.handlers ? (heard.listeners ? undefined : 'listeners') : 'handlers';
}
