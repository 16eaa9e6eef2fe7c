import { ReplayedEvent, isStopped } from './replayed-event';

interface Listener {
  type: string;
  callback: (this: object, event: unknown) => void;
  capture: boolean;
  isHandler?: true;
}

/** How the events of an engine differ from today's. */
export interface EventTraits {
  /** Whether events say if the engine made them (Chromium from 46). */
  isTrusted: boolean;
  /** Whether capturing listeners come first at the target itself (Chromium from 89), or all in the order of adding. */
  capturesFirst: boolean;
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
  /** What listeners threw. */
  errors: unknown[];
}

/** Makes the `Event` and the `EventTarget` of a realm. */
export function createEvents({ isTrusted, capturesFirst }: EventTraits): Events {
  const lists = new WeakMap<object, Listener[]>();
  const engineMade = new WeakSet<object>();
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
    let heard = listOf(target).filter(({ type }) => type === event.type);
    if (capturesFirst) heard = [...heard.filter(({ capture }) => capture), ...heard.filter(({ capture }) => !capture)];
    for (const listener of heard) {
      if (isStopped(event)) break;
      if (!listOf(target).includes(listener)) continue;
      try {
        listener.callback.call(target, event);
      } catch (error) {
        errors.push(error);
      }
    }
  };

  class EventTarget {
    addEventListener(type: string, callback: Listener['callback'], capture: unknown = false): void {
      const list = listOf(this);
      const known = list.some((one) => one.type === type && one.callback === callback && one.capture === !!capture && !one.isHandler);
      if (!known) list.push({ type, callback, capture: !!capture });
    }

    removeEventListener(type: string, callback: Listener['callback'], capture: unknown = false): void {
      const list = listOf(this);
      const at = list.findIndex((one) => one.type === type && one.callback === callback && one.capture === !!capture && !one.isHandler);
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
    fire(target, type, members = {}) {
      const event = 'channel' in members ? new RTCDataChannelEvent(type) : Object.assign(new Event(type), members);
      if ('channel' in members) channels.set(event, members.channel);
      engineMade.add(event);
      dispatch(target, event);
    },
    callHandler(target, type, argument) {
      listOf(target).find((one) => one.isHandler && one.type === type)?.callback.call(target, argument);
    },
    handlerAttribute: (type) => ({
      get(this: object) {
        return listOf(this).find((one) => one.isHandler && one.type === type)?.callback ?? null;
      },
      set(this: object, callback: Listener['callback'] | null) {
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
