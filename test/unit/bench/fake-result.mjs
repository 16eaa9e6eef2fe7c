/**
 * Samples of a scenario, a round each; natively one millisecond, and the given factors of it.
 * @param {string} id
 * @param {number[]} shim
 * @param {number[]} adapter
 * @returns {import('../../bench/summarise.mjs').Samples}
 */
export function fakeSamples(id, shim, adapter = shim.map(() => 1)) {
  const native = shim.map(() => 1);
  return { id, batch: 10, ms: { native, shim, adapter, 'adapter+shim': shim }, settledMs: { native: [], shim, adapter: [], 'adapter+shim': [] } };
}

/**
 * @param {string} name
 * @param {import('../../bench/summarise.mjs').Samples[]} samples
 * @returns {import('../../bench/measure-browser.mjs').Result}
 */
export function fakeResult(name, samples) {
  return {
    browser: { name, engine: 'chromium', version: '1.2.3' },
    date: '2030-01-02', cpus: 4, shim: '1.0.0', adapter: '9.0.0', bytes: { shim: 7000, adapter: 12_600 }, rounds: 6, seed: 7,
    isolated: true, clockStepMs: 0.005, collected: 'by gc()', samples, failures: [],
  };
}
