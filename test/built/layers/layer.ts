/** Something else on a page that has its hands on connections. */
export interface Layer {
  name: string;
  /** What loads it: addresses, or code. */
  scripts: string[];
  /**
   * Code of an async function that tells what the layer is there for; it gets a fresh connected `near`, `far` and `channel`, which it
   * closes. What it tells is to be the same with the shim as without.
   */
  probe: string;
  /** What it tells in any case. */
  tells: Record<string, unknown>;
  /** The calls of the program for which it asks the engine's own function, taken before: they get what the engine gives. */
  asksEngine?: string[];
  /** Code that takes the layer away again, where it can be. */
  leave?: string;
}

const adapter = (folder: string): Layer => ({
  name: folder,
  scripts: [`/packages/${folder}/out/adapter.js`],
  probe: `
    const stats = await near.getStats();
    const mapLike = typeof stats.get === 'function' && stats.size > 0;
    const offer = await far.createOffer({ iceRestart: true });
    await far.setLocalDescription(offer);
    await near.setRemoteDescription(offer);
    await near.setLocalDescription(await near.createAnswer());
    const { browser, version } = adapter.browserDetails;
    const streams = near.getLocalStreams().length;
    near.close();
    const refused = await near.createOffer().then(() => 'resolves', (error) => error.name);
    return { mapLike, browser: typeof browser, version: version > 100, state: near.signalingState, refused, streams };
  `,
  tells: { mapLike: true, browser: 'string', version: true, state: 'closed', refused: 'InvalidStateError' },
});

const zoned = `
  const zones = {};
  const note = (name) => () => (zones[name] = (zones[name] || '') + Zone.current.name);
  const removed = note('removed');
  Zone.current.fork({ name: 'inner' }).run(() => {
    channel.addEventListener('close', note('listener'));
    channel.addEventListener('close', removed);
    channel.addEventListener('message', note('message'));
    channel.addEventListener('message', removed);
    near.addEventListener('signalingstatechange', removed);
  });
  channel.removeEventListener('close', removed);
  channel.removeEventListener('message', removed);
  near.removeEventListener('signalingstatechange', removed);
  theirs.send('hello');
  await until(() => zones.message);
  const native = Promise.resolve() instanceof Promise;
  near.close();
  // Firefox may have no close event of its own.
  await until(() => zones.listener, 2000);
  return { message: zones.message, listener: zones.listener || 'inner', removed: zones.removed, native };
`;

/** The libraries. */
export const libraries: Layer[] = [
  ...['webrtc-adapter', 'webrtc-adapter-8', 'webrtc-adapter-6'].map(adapter),
  {
    name: 'rtcstats',
    scripts: [
      'window.module = {}; window.trace = [];',
      '/packages/rtcstats/rtcstats.js',
      "module.exports((...entry) => trace.push(entry[0]), 0, ['']);",
    ],
    probe: `
      near.close();
      const told = (name) => trace.filter((each) => each === name).length;
      const names = ['create', 'createDataChannel', 'ondatachannel', 'createOffer', 'setRemoteDescriptionOnSuccess', 'onsignalingstatechange', 'close'];
      return { ...Object.fromEntries(names.map((name) => [name, told(name)])), later: trace.slice(trace.indexOf('close') + 1).filter((name) => name !== 'getstats').join() };
    `,
    tells: { create: 2, createDataChannel: 1, ondatachannel: 1, createOffer: 1, setRemoteDescriptionOnSuccess: 2, close: 1 },
  },
  { name: 'zone.js', scripts: ['/packages/zone.js/bundles/zone.umd.js'], probe: zoned, tells: { message: 'inner', listener: 'inner' } },
  {
    name: 'zone.js with its patches for connections and ports',
    scripts: ['zone', 'webapis-rtc-peer-connection', 'zone-patch-message-port'].map((name) => `/packages/zone.js/bundles/${name}.umd.js`),
    probe: zoned,
    tells: { message: 'inner', listener: 'inner' },
  },
];
