import { createOutput } from '../../commands/output.mjs';

/**
 * An output that keeps what is said, with a clock that stands still until it is set.
 * @param {Partial<import('../../commands/output.mjs').Stream>} [stream] what stderr is
 */
export function fakeOutput(stream = {}) {
  const said = { out: '', err: '' };
  const clock = { now: 0 };
  const streams = { stdout: { write: (/** @type {string} */ text) => (said.out += text) }, stderr: { write: (/** @type {string} */ text) => (said.err += text), ...stream } };
  return { output: createOutput('npm run it', streams, () => clock.now), said, clock };
}
