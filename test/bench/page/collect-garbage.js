// In the parent: what is no longer used is collected before the next round.
(function () {
  'use strict';

  const LONGEST_MS = 1000;
  const PIECE = 8_000_000;

  const task = () => new Promise((resolve) => setTimeout(resolve, 5));

  /** @type {(canary: number) => void} */
  let onCollected = () => {};
  const registry = new FinalizationRegistry((canary) => onCollected(canary));
  // Of its own, so that no register of a waiting function keeps what it made.
  const releaseCanary = (/** @type {number} */ canary) => registry.register({}, canary);

  let canaries = 0;
  /** Firefox has no gc() for pages: it is made to collect by allocating, until an object that nothing holds is gone. `WeakRef.deref()` would keep that alive. */
  async function provoke() {
    const mine = ++canaries;
    let isGone = false;
    onCollected = (canary) => void (isGone ||= canary === mine);
    releaseCanary(mine);
    const until = performance.now() + LONGEST_MS;
    while (!isGone && performance.now() < until) {
      for (let i = 0; i < 20; i++) new ArrayBuffer(PIECE);
      await task();
    }
  }

  // Asynchronous, because the stack of a synchronous one is taken for references.
  const expose = typeof window.gc === 'function' ? () => window.gc({ type: 'major', execution: 'async' }) : undefined;

  window.collectGarbage = expose ?? provoke;
  window.collectGarbage.how = expose ? 'by gc()' : 'by allocating until an unreachable object was gone';
})();
