/** A listener as an event target has it on its list. */
export interface Registration {
  readonly type: string;
  readonly capture: boolean;
  readonly once: boolean;
  /** The target's clock when it was added. */
  readonly since: number;
  readonly isHandler: boolean;
  callback: object;
  removed: boolean;
}

/** How a listener is added. */
export interface How {
  capture?: boolean | undefined;
  once?: boolean | undefined;
}

/** In what order an engine calls them, and whom; by default as the standard says. */
export interface Order {
  capturesFirst?: boolean;
  skips?: 'handlers' | 'listeners' | undefined;
}

/** The list of listeners of one event target, as the DOM standard keeps it. */
export class Listeners {
  /** Counts what was added. */
  clock = 0;
  private readonly list: Registration[] = [];
  private readonly handlers = new Map<string, Registration>();

  /** Adds a listener; the same one for the same phase is on the list once. */
  add(type: string, callback: object, { capture = false, once = false }: How = {}): Registration | undefined {
    if (this.find(type, callback, capture)) return undefined;
    const added = { type, callback, capture, once, since: ++this.clock, isHandler: false, removed: false };
    this.list.push(added);
    return added;
  }

  /** Removes a listener. */
  remove(type: string, callback: object, capture = false): void {
    const found = this.find(type, callback, capture);
    if (found) this.drop(found);
  }

  /** Sets an `on…` handler: a first one goes to the end of the list, a further one to its place, and none leaves it. */
  setHandler(type: string, callback: object | null): void {
    const present = this.handlers.get(type);
    if (present && callback) present.callback = callback;
    else if (present) this.drop(present);
    else if (callback) {
      const added = { type, callback, capture: false, once: false, since: ++this.clock, isHandler: true, removed: false };
      this.list.push(added);
      this.handlers.set(type, added);
    }
  }

  /** Takes a registration off the list. */
  drop(registration: Registration): void {
    registration.removed = true;
    const at = this.list.indexOf(registration);
    if (at >= 0) this.list.splice(at, 1);
    if (this.handlers.get(registration.type) === registration) this.handlers.delete(registration.type);
  }

  /** What listens to a type, in the order of adding; of one phase, or both. */
  active(type: string, capture?: boolean): Registration[] {
    return this.list.filter((each) => each.type === type && (capture === undefined || each.capture === capture));
  }

  private find(type: string, callback: object, capture: boolean): Registration | undefined {
    const handler = this.handlers.get(type);
    return this.list.find((each) => each !== handler && each.type === type && each.callback === callback && each.capture === capture);
  }
}

/** An event on its way through the listeners of its target: capturing ones first, each phase with the list as it is when it begins. */
export class Dispatch {
  /** Whether a listener has stopped it. */
  stopped = false;
  /** The target's clock when the last listener had returned. */
  returned = 0;
  private capturing: boolean;
  private readonly skips: Order['skips'];
  private queue: Registration[];

  constructor(
    private readonly listeners: Listeners,
    readonly type: string,
    { capturesFirst = true, skips }: Order = {},
  ) {
    this.skips = skips;
    this.queue = listeners.active(type, capturesFirst || undefined);
    this.capturing = capturesFirst;
    if (capturesFirst && !this.queue.length) this.bubble();
  }

  /** Who is called next; whoever is to be called once is off the list by then. */
  next(): Registration | undefined {
    while (!this.stopped) {
      const registration = this.queue.shift();
      if (!registration) {
        if (!this.capturing) return undefined;
        this.bubble();
      } else if (!registration.removed && this.skips !== (registration.isHandler ? 'handlers' : 'listeners')) {
        if (registration.once) this.listeners.drop(registration);
        return registration;
      }
    }
    return undefined;
  }

  /** Who was to be called after the last one had returned, but for those that are gone by now. */
  left(): Registration[] {
    if (this.stopped) return [];
    const later = this.capturing ? this.listeners.active(this.type, false) : [];
    return [...this.queue, ...later].filter(({ removed, since }) => !removed && since <= this.returned);
  }

  private bubble(): void {
    this.capturing = false;
    this.queue = this.listeners.active(this.type, false);
  }
}
