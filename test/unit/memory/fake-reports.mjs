/**
 * A page's report as it comes from an engine that lets go of everything but the connections that live.
 * @param {{ shimmed?: boolean, left?: number, settled?: boolean, bytesEach?: number, sentinel?: number }} how
 * @returns {import('../../memory/page/main.mjs').PageReport}
 */
export function fakeReport({ shimmed = false, left = 0, settled = true, bytesEach = 1, sentinel = 0 } = {}) {
  const heap = [2000, 4000, 6000, 8000, 10_000].map((after, i) => ({ after, bytes: 500_000 + after * bytesEach + (i % 2) * 50 }));
  const part = (/** @type {string} */ name, /** @type {object} */ counts) => ({ n: 500, stages: [{ name, counts: { ...counts }, settled, ms: 1 }], heap: [] });
  const handles = shimmed ? { handle: { made: 20, alive: 0 } } : {};
  return {
    userAgent: 'fake',
    heapIs: 'whole',
    parts: {
      connections: { ...part('all closed', { sentinel: { made: 5, alive: sentinel }, channel: { made: 1000, alive: left } }), heap },
      droppedChannels: part('dropped', { connection: { made: 2, alive: 2 }, channel: { made: 100, alive: 67 } }),
      frames: part('gone', { window: { made: 20, alive: 0 }, ...handles }),
      installs: { ...part('installed', handles), heap, ...(shimmed && { control: heap, isNative: true }) },
    },
  };
}
