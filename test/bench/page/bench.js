// In the parent: the frames take turns, round by round, in an order that chance makes.
(function () {
  'use strict';

  const { scenarios: wanted, rounds, seed, variants, budgetMs } = window.benchConfig;
  const FEWEST_ROUNDS = 2;
  // The first round of a scenario warms up the compiler, and connections; it does not count.
  const WARM_UP = 1;

  let state = seed;
  /** Mulberry32: small, and the same in every engine. */
  function random() {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** @param {string[]} list */
  function shuffled(list) {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  }

  /**
   * @param {string} src
   * @returns {Promise<HTMLIFrameElement>}
   */
  function frameOf(src) {
    const frame = document.createElement('iframe');
    frame.src = src;
    return new Promise((resolve, reject) => {
      frame.onload = () => resolve(frame);
      frame.onerror = () => reject(new Error(`${src} can not be loaded`));
      document.body.append(frame);
    });
  }

  /** What a variant's script tags cost: compiled anew and run, in a fresh realm, nothing fetched. */
  async function load(/** @type {string} */ variant, /** @type {number} */ round) {
    const frame = await frameOf('/blank.html');
    const inside = frame.contentDocument;
    const scriptOf = (/** @type {string} */ source) => Object.assign(inside.createElement('script'), { textContent: source });
    // The first script of a realm pays for the realm.
    inside.head.append(scriptOf('window.isAwake = true'));
    // A comment that is never the same keeps the engine from taking what it compiled before.
    const scripts = variants[variant].map((source) => scriptOf(`/* ${seed} ${round} */${source}`));
    const from = performance.now();
    for (const script of scripts) inside.head.append(script);
    const ms = performance.now() - from;
    if (variant.includes('shim') && !frame.contentWindow.rtcCloseShim) throw new Error('the shim did not run');
    if (variant.includes('adapter') && !frame.contentWindow.adapter) throw new Error('adapter did not run');
    frame.remove();
    return { ms };
  }

  /** The first `close()` of a page: its code has never run. */
  async function closeFirst(/** @type {string} */ variant) {
    const frame = await frameOf(`/${variant}.html`);
    const sample = await frame.contentWindow.bench.sample('first-close', 1);
    frame.remove();
    return sample;
  }

  /** @type {Record<string, (variant: string, round: number) => Promise<{ ms: number, settledMs?: number }>>} Those that want a fresh page each time. */
  const fresh = { load, 'first-close': closeFirst };

  /**
   * @param {{ id: string, batch: number }} scenario
   * @param {Record<string, any>} frames
   * @param {number} until the time when no further round is begun
   */
  async function measure({ id, batch }, frames, until) {
    const names = Object.keys(variants);
    const result = { id, batch, ms: {}, settledMs: {} };
    for (const name of names) [result.ms[name], result.settledMs[name]] = [[], []];
    for (let round = -WARM_UP; round < rounds && (round < FEWEST_ROUNDS || performance.now() < until); round++) {
      window.progress({ scenario: id, round: round + 1, rounds });
      for (const name of shuffled(names)) {
        await window.collectGarbage();
        const { ms, settledMs } = await (fresh[id] ? fresh[id](name, round) : frames[name].bench.sample(id, batch));
        if (round < 0) continue;
        result.ms[name].push(rounded(ms / batch));
        if (settledMs !== undefined) result.settledMs[name].push(rounded(settledMs));
      }
    }
    return result;
  }

  /** @param {number} ms */
  const rounded = (ms) => Number(ms.toPrecision(5));

  /** The smallest step of the clock that a few thousand readings show. */
  function clockStep() {
    let [smallest, last] = [Infinity, performance.now()];
    for (let i = 0; i < 200_000; i++) {
      const next = performance.now();
      if (next > last) smallest = Math.min(smallest, next - last);
      last = next;
    }
    return smallest;
  }

  async function run() {
    const frames = {};
    for (const name of Object.keys(variants)) frames[name] = (await frameOf(`/${name}.html`)).contentWindow;
    const results = [];
    const failures = [];
    const end = performance.now() + budgetMs;
    for (const [i, scenario] of wanted.entries()) {
      // What the quick ones leave of their share goes to those that follow.
      const share = (end - performance.now()) / (wanted.length - i);
      await measure(scenario, frames, performance.now() + share).then((result) => results.push(result), (error) => failures.push({ id: scenario.id, message: String(error) }));
    }
    return { isolated: window.crossOriginIsolated, clockStepMs: clockStep(), collected: window.collectGarbage.how, results, failures };
  }

  run().then(window.report, (error) => window.report({ error: String(error) }));
})();
