/** Listeners that end together. */
export interface Listeners {
  /** Adds one; a second time it does nothing. */
  listen(target: EventTarget, type: string, listener: (event: Event) => void): void;
  /** Removes all. */
  stop(): void;
  isOver(): boolean;
}

/** Begins a list of listeners. */
export function listenFor(): Listeners {
  let removals: (() => void)[] = [];
  const known: [EventTarget, string][] = [];
  let over = false;
  return {
    listen(target, type, listener) {
      if (over || known.some((one) => one[0] === target && one[1] === type)) return;
      known.push([target, type]);
      target.addEventListener(type, listener);
      removals.push(() => target.removeEventListener(type, listener));
    },
    stop() {
      over = true;
      removals.forEach((remove) => remove());
      removals = [];
      known.length = 0;
    },
    isOver: () => over,
  };
}
