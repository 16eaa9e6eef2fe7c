import { ReplayedEvent, isStopped } from './replayed-event';

type Callback = (this: object, event: unknown) => void;

interface Listener {
  type: string;
  callback: Callback | { handleEvent: Callback };
  capture: boolean;
  once?: boolean;
  isHandler?: true;
  /** Whether it hears what the engine fires alone. */
  isDeaf?: boolean;
}

interface Options {
  capture?: boolean;
  once?: boolean;
  signal?: AbortSignal;
}

const optionsOf = (options: unknown): Options => (options !== null && typeof options === 'object' ? options : { capture: !!options });

function call({ callback }: Listener, target: object, argument: unknown): void {
  if (typeof callback === 'function') callback.call(target, argument);
  else callback.handleEvent(argument);
}

/** How the events of an engine differ from today's. */
export interface EventTraits {
  /** Whether events say if the engine made them (Chromium from 46). */
  isTrusted: boolean;
  /** Whether capturing listeners come first at the target itself (Chromium from 89), or all in the order of adding. */
  capturesFirst: boolean;
  /** Whether an event that is stopped takes the next listener along, if it is one for once (Chromium below 86). */
  takesOnceAlong: boolean;
}

/** The events of one replayed realm. */
export interface Events {
  Event: new (type: string) => ReplayedEvent;
  EventTarget: { prototype: object };
  /** Has its `channel` as a getter of the prototype. */
  DataChannelEvent: { prototype: object };
  /** Fires an event of the engine with members of its own. */
  fire(target: object, type: string, members?: object): void;
  /** The `on…` attribute for a type of event. */
  handlerAttribute(type: string): PropertyDescriptor;
  /** Calls the handler for a type with something else than an event. */
  callHandler(target: object, type: string, argument: unknown): void;
  /** Has the listeners that are added to a target from then on hear nothing that a page dispatches, unless they ask for it: tracks in Gecko. */
  deafen(target: object): void;
  /** What listeners threw. */
  errors: unknown[];
}

/** Makes the `Event` and the `EventTarget` of a realm. */
export function createEvents({ isTrusted, capturesFirst, takesOnceAlong }: EventTraits): Events {
  const lists = new WeakMap<object, Listener[]>();
  const engineMade = new WeakSet<object>();
  const deaf = new WeakSet<object>();
  const errors: unknown[] = [];
  const listOf = (target: object) => {
    const list = lists.get(target) ?? [];
    lists.set(target, list);
    return list;
  };

  class Event extends ReplayedEvent {}
  if (isTrusted) {
    Object.defineProperty(Event.prototype, 'isTrusted', {
      get(this: object) {
        return engineMade.has(this);
      },
      enumerable: true,
      configurable: true,
    });
  }

  const channels = new WeakMap<object, unknown>();
  class RTCDataChannelEvent extends Event {
    get channel(): unknown {
      return channels.get(this);
    }
  }

  const dispatch = (target: object, event: ReplayedEvent) => {
    event.target = target;
    let heard = listOf(target).filter(({ type, isDeaf }) => type === event.type && !(isDeaf && !engineMade.has(event)));
    if (capturesFirst) heard = [...heard.filter(({ capture }) => capture), ...heard.filter(({ capture }) => !capture)];
    for (const listener of heard) {
      const list = listOf(target);
      if (isStopped(event) && !takesOnceAlong) break;
      if (!list.includes(listener)) continue;
      if (listener.once) list.splice(list.indexOf(listener), 1);
      if (isStopped(event)) break;
      try {
        call(listener, target, event);
      } catch (error) {
        errors.push(error);
      }
    }
  };

  class EventTarget {
    // The fourth parameter is Gecko's own.
    addEventListener(type: string, callback: Listener['callback'], options: unknown = false, hearsPages: unknown = false): void {
      const { capture = false, once, signal } = optionsOf(options);
      if (!callback || signal?.aborted) return;
      const list = listOf(this);
      const known = list.some((one) => one.type === type && one.callback === callback && one.capture === capture && !one.isHandler);
      if (!known) list.push({ type, callback, capture, once, isDeaf: deaf.has(this) && hearsPages !== true });
      signal?.addEventListener('abort', () => this.removeEventListener(type, callback, capture));
    }

    removeEventListener(type: string, callback: Listener['callback'], options: unknown = false): void {
      const { capture = false } = optionsOf(options);
      const list = listOf(this);
      const at = list.findIndex((one) => one.type === type && one.callback === callback && one.capture === capture && !one.isHandler);
      if (at >= 0) list.splice(at, 1);
    }

    dispatchEvent(event: ReplayedEvent): boolean {
      engineMade.delete(event);
      dispatch(this, event);
      return true;
    }
  }

  return {
    Event,
    EventTarget,
    DataChannelEvent: RTCDataChannelEvent,
    errors,
    deafen: (target) => void deaf.add(target),
    fire(target, type, members = {}) {
      const event = 'channel' in members ? new RTCDataChannelEvent(type) : Object.assign(new Event(type), members);
      if ('channel' in members) channels.set(event, members.channel);
      engineMade.add(event);
      dispatch(target, event);
    },
    callHandler(target, type, argument) {
      const handler = listOf(target).find((one) => one.isHandler && one.type === type);
      if (handler) call(handler, target, argument);
    },
    handlerAttribute: (type) => ({
      get(this: object) {
        return listOf(this).find((one) => one.isHandler && one.type === type)?.callback ?? null;
      },
      set(this: object, callback: Callback | null) {
        const list = listOf(this);
        const at = list.findIndex((one) => one.isHandler && one.type === type);
        if (typeof callback !== 'function') {
          if (at >= 0) list.splice(at, 1);
        } else if (at >= 0) list[at] = { ...list[at]!, callback };
        else list.push({ type, callback, capture: false, isHandler: true });
      },
      enumerable: true,
      configurable: true,
    }),
  };
}
