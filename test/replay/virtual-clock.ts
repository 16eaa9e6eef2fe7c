interface Task {
  due: number;
  order: number;
  run: () => void;
}

const immediate = setImmediate;

/**
 * One queue of tasks for timers, message channels and the engine's own events, in time that passes at once:
 * what the suite watches for seconds takes milliseconds, and always comes in the same order.
 */
export class VirtualClock {
  #time = 0;
  #order = 0;
  #tasks = new Map<number, Task>();

  /** Runs something in a task of its own after a time, in milliseconds. Returns the number that cancels it. */
  after(delay: number, run: () => void): number {
    const order = ++this.#order;
    this.#tasks.set(order, { due: this.#time + delay, order, run });
    return order;
  }

  cancel(order: number | undefined): void {
    if (order !== undefined) this.#tasks.delete(order);
  }

  /** The time in milliseconds. */
  now(): number {
    return this.#time;
  }

  /**
   * Puts itself in the place of the timers and of `Date.now()` and works off tasks until what `act` returns has settled.
   * @throws Error when nothing is left to do and it has not.
   */
  async run<T>(act: () => Promise<T>): Promise<T> {
    const { setTimeout, setInterval, clearInterval } = globalThis;
    const { now } = Date;
    const repeat = (run: () => void, every: number) => {
      const timer = { next: 0 };
      const again = () => {
        timer.next = this.after(every, again);
        run();
      };
      timer.next = this.after(every, again);
      return timer;
    };
    Object.assign(globalThis, {
      setTimeout: (run: () => void, delay = 0) => this.after(delay, run),
      setInterval: repeat,
      clearInterval: (timer: { next: number } | undefined) => this.cancel(timer?.next),
    });
    // A busy loop that waits for a later time must come to its end.
    Date.now = () => (this.#time += 1);
    try {
      let settled = false;
      const result = act();
      const settle = () => {
        settled = true;
      };
      result.then(settle, settle);
      for (;;) {
        // Between two tasks all microtasks run.
        await new Promise((resolve) => immediate(resolve));
        if (settled) return await result;
        const task = this.#next();
        if (!task) throw new Error('nothing is left to do, and what is waited for has not come');
        this.#tasks.delete(task.order);
        this.#time = Math.max(this.#time, task.due);
        task.run();
      }
    } finally {
      Object.assign(globalThis, { setTimeout, setInterval, clearInterval });
      Date.now = now;
    }
  }

  #next(): Task | undefined {
    let next: Task | undefined;
    for (const task of this.#tasks.values()) if (!next || task.due < next.due) next = task;
    return next;
  }
}
