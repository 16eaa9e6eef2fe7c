// In each frame: what is measured. `prepare` is not timed; `measure` returns the milliseconds of `batch` operations; `finish` leaves nothing open.
(function () {
  'use strict';

  const { all, negotiate, openPair, openPairs } = window.bench.connections;
  // An engine that fires no `close` natively is not waited for longer than this.
  const SETTLE_MS = 5000;

  const now = () => performance.now();
  const many = (/** @type {number} */ count, /** @type {(i: number) => any} */ make) => Array.from({ length: count }, (_, i) => make(i));
  const closeAll = (/** @type {{ connections: RTCPeerConnection[] }} */ { connections }) => connections.forEach((connection) => connection.close());

  /**
   * `close()` of the connections that `prepare` makes; how long it takes, and how long until each channel has fired `close`.
   * @param {(batch: number) => Promise<{ connections: RTCPeerConnection[], channels: RTCDataChannel[], others?: RTCPeerConnection[] }>} prepare `others` are closed afterwards
   */
  function closing(prepare) {
    return {
      async prepare(batch) {
        const made = await prepare(batch);
        let left = made.channels.length;
        const settled = new Promise((resolve) => {
          const onclose = () => void (--left === 0 && resolve(now()));
          for (const channel of made.channels) channel.onclose = onclose;
          if (left === 0) resolve(undefined);
        });
        return { ...made, settled };
      },
      measure({ connections }) {
        const from = now();
        for (const connection of connections) connection.close();
        return now() - from;
      },
      async finish({ settled, others = [] }, from) {
        const at = await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, SETTLE_MS))]);
        closeAll({ connections: others });
        return at === undefined ? undefined : at - from;
      },
    };
  }

  /** Both sides of each pair are closed, so a batch is even. */
  const live = (/** @type {number} */ count) => closing((batch) => openPairs(batch / 2, count));

  /** @param {number} count */
  const unconnected = (count) =>
    closing(async (batch) => {
      const connections = many(batch, () => new RTCPeerConnection());
      return { connections, channels: connections.flatMap((connection) => many(count, () => connection.createDataChannel(''))) };
    });

  async function transceiving() {
    const connections = [new RTCPeerConnection(), new RTCPeerConnection()];
    for (let i = 0; i < 20; i++) connections[0].addTransceiver(i % 2 ? 'video' : 'audio');
    await negotiate(connections[0], connections[1]);
    await all(connections, 'iceconnectionstatechange', (connection) => /^(connected|completed)$/.test(connection.iceConnectionState));
    return connections;
  }

  window.bench.scenarios = {
    construct: {
      prepare: async () => ({ connections: [] }),
      measure({ connections }, batch) {
        const from = now();
        for (let i = 0; i < batch; i++) connections.push(new RTCPeerConnection());
        return now() - from;
      },
      finish: closeAll,
    },
    'create-channel': {
      prepare: async () => ({ connections: [new RTCPeerConnection()] }),
      measure({ connections: [connection] }, batch) {
        const from = now();
        for (let i = 0; i < batch; i++) connection.createDataChannel('');
        return now() - from;
      },
      finish: closeAll,
    },
    'receive-channel': {
      prepare: () => openPair(1),
      measure({ connections: [caller, callee] }, batch) {
        return new Promise((resolve) => {
          let left = batch;
          let from = 0;
          callee.ondatachannel = ({ channel }) => {
            if (channel && --left === 0) resolve(now() - from);
          };
          // Its own row has what making them costs; none is announced before this task ends.
          many(batch, () => caller.createDataChannel(''));
          from = now();
        });
      },
      finish: closeAll,
    },
    messages: {
      prepare: () => openPair(1),
      measure({ channels: [here, there] }, batch) {
        return new Promise((resolve) => {
          let left = batch;
          const from = now();
          there.onmessage = ({ data }) => {
            if (data && --left === 0) resolve(now() - from);
          };
          for (let i = 0; i < batch; i++) here.send('a small message');
        });
      },
      finish: closeAll,
    },
    read: {
      prepare: () => openPair(1),
      measure({ channels: [channel] }, batch) {
        let open = 0;
        const from = now();
        for (let i = 0; i < batch; i++) if (channel.readyState === 'open') open++;
        const ms = now() - from;
        if (open !== batch) throw new Error('the channel did not stay open');
        return ms;
      },
      finish: closeAll,
    },
    'first-close': closing(async () => {
      const { connections, channels } = await openPair(1);
      return { connections: connections.slice(0, 1), channels: channels.slice(0, 1), others: connections.slice(1) };
    }),
    'close-0': closing(async (batch) => ({ connections: many(batch, () => new RTCPeerConnection()), channels: [] })),
    'close-1': live(1),
    'close-10': live(10),
    'close-100': live(100),
    'close-1000': live(1000),
    'close-1000-unconnected': unconnected(1000),
    'close-10000-unconnected': unconnected(10_000),
    'close-transceivers': closing(async (batch) => ({ connections: (await Promise.all(many(batch / 2, transceiving))).flat(), channels: [] })),
    cycle: {
      prepare: async () => ({}),
      async measure(_, batch) {
        const from = now();
        for (let i = 0; i < batch; i++) closeAll(await openPair(1));
        return now() - from;
      },
      finish() {},
    },
  };

  /**
   * One sample of a scenario in this frame.
   * @param {string} id
   * @param {number} batch
   * @returns {Promise<{ ms: number, settledMs?: number }>} of the whole batch
   */
  window.bench.sample = async function (id, batch) {
    const { prepare, measure, finish } = window.bench.scenarios[id];
    const made = await prepare(batch);
    // What the preparation still has to do in tasks of its own is not to be timed.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const from = now();
    const ms = await measure(made, batch);
    return { ms, settledMs: await finish(made, from) };
  };
})();
