import { collect, pause } from './collect.mjs';

// Long against the half second in which all was gone wherever all went (Chromium 138 and 156, Firefox 153).
const CALM_MS = 3000;
const LIMIT_MS = 45_000;
const STEP_MS = 100;

/**
 * @typedef {Record<string, { made: number, alive: number }>} Counts by kind of object
 * @typedef {{ counts: Counts, settled: boolean, ms: number }} Settled
 */

/**
 * Counts objects by their kind until they are collected. By finalisation, not by WeakRefs: what a page asks a WeakRef for is in use again,
 * and Firefox 153 then never collects what is a node or a target of events (seen of pages made of modules).
 */
export class Census {
  /** @type {Counts} */
  #counts = {};
  /** @type {FinalizationRegistry<string>} */
  #registry = new FinalizationRegistry((kind) => void this.#of(kind).alive--);

  /**
   * @template {object} T
   * @param {string} kind
   * @param {T} object
   * @returns {T}
   */
  note(kind, object) {
    const count = this.#of(kind);
    count.made++;
    count.alive++;
    this.#registry.register(object, kind);
    return object;
  }

  /** @returns {Counts} */
  count() {
    return structuredClone(this.#counts);
  }

  /** @param {string} kind */
  #of(kind) {
    return (this.#counts[kind] ??= { made: 0, alive: 0 });
  }

  /**
   * Collects until nothing is left, or until further collections change nothing.
   * @returns {Promise<Settled>}
   */
  async settle() {
    const from = performance.now();
    let counts = this.count();
    let changed = from;
    for (;;) {
      await pause(STEP_MS);
      await collect();
      const now = performance.now();
      const next = this.count();
      if (JSON.stringify(next) !== JSON.stringify(counts)) changed = now;
      counts = next;
      const isEmpty = Object.values(counts).every(({ alive }) => alive === 0);
      const isCalm = now - changed > CALM_MS;
      if (isEmpty || isCalm || now - from > LIMIT_MS) return { counts, settled: isEmpty || isCalm, ms: Math.round(now - from) };
    }
  }
}
