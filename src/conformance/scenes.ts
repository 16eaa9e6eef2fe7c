import { type Media, makeMedia, send } from './media';
import { NEVER_OPENED, type Pair, makePair, negotiate, negotiateGathered, offer, offerPending, opened } from './pair';
import { type Page, nameOf, occupy, pass, until } from './realm';

/** A connection about to be closed, with its channels by name. */
export interface Stage extends Pair {
  channels: Record<string, RTCDataChannel>;
  media: Media;
  /** A connection that is closed right after the near one. */
  another?: RTCPeerConnection;
  /** Where the scene closes from a handler: called with what closes, and with what hears a channel met after that. Resolves when it has been called. */
  closeInside?: (close: () => void, meet: (name: string, channel: RTCDataChannel) => void) => Promise<void>;
}

/** One situation in which a connection is closed. */
export interface Scene {
  name: string;
  sets(stage: Stage, page: Page): Promise<void>;
}

const negotiated = { negotiated: true, id: 100 };

/** Two connected sides with media both ways and a channel of each kind. Returns the far end of the received one. */
export async function connect(stage: Stage): Promise<RTCDataChannel> {
  const { near, far, channels, media } = stage;
  channels.first = near.createDataChannel('first');
  channels.second = near.createDataChannel('second');
  channels.negotiated = near.createDataChannel('negotiated', negotiated);
  far.createDataChannel('negotiated', negotiated);
  const received = far.createDataChannel('received');
  near.addEventListener('datachannel', ({ channel }) => {
    channels.received = channel;
  });
  send(near, media.stream);
  send(far, media.stream);
  await negotiate(stage);
  await opened(channels.first);
  await opened(channels.second);
  await opened(channels.negotiated);
  await until('a received data channel', () => channels.received);
  await opened(channels.received!);
  await opened(received);
  await unmuted(near);
  return received;
}

/** Waits until media arrives; not in an engine that does not say so within a second. */
async function unmuted(near: RTCPeerConnection): Promise<void> {
  const muted = () => near.getReceivers().some(({ track }) => track.muted);
  for (let i = 0; i < 50 && typeof near.getReceivers === 'function' && muted(); i++) await pass(20);
}

/** More than a transport sends at once. */
function fillBuffer(channel: RTCDataChannel): void {
  const text = new Array(10001).join('x');
  for (let i = 0; i < 20; i++) channel.send(text);
}

/** Both sides with media and a channel, before they negotiate. */
function prepare({ near, far, channels, media }: Stage): void {
  channels.first = near.createDataChannel('first');
  send(near, media.stream);
  send(far, media.stream);
}

/**
 * Negotiates and closes in the first event of a type, in a handler that took its time: more of its kind is queued by then.
 * An engine that does not fire it within three seconds is closed without; one that has no such target, at once.
 */
const closesIn = (type: string, targets: EventTarget[], stage: Stage, busy = 100): Stage['closeInside'] => (close) =>
  new Promise((resolve) => {
    let closed = false;
    const act = () => {
      if (closed) return;
      closed = true;
      occupy(busy);
      close();
      resolve();
    };
    targets.forEach((target) => target.addEventListener(type, act));
    // What is pending when the connection closes never settles, or rejects.
    negotiate(stage).catch(() => undefined);
    void pass(targets.length && 3000).then(act);
  });

/** The situations, each closed once. */
export const scenes: readonly Scene[] = [
  {
    name: 'connected',
    async sets(stage) {
      await connect(stage);
      stage.channels.closing = stage.near.createDataChannel('closing');
      await opened(stage.channels.closing);
      fillBuffer(stage.channels.first!);
      // Its close event is on its way before close() comes, out of turn.
      stage.channels.closing.close();
      occupy(100);
      stage.channels.unopened = stage.near.createDataChannel('unopened');
    },
  },
  {
    name: 'never connected',
    sets({ near, channels, media }) {
      channels.first = near.createDataChannel('first');
      channels.second = near.createDataChannel('second');
      send(near, media.stream);
      return Promise.resolve();
    },
  },
  {
    name: 'gathering',
    async sets(stage) {
      stage.channels.first = stage.near.createDataChannel('first');
      send(stage.near, stage.media.stream);
      await offer(stage);
    },
  },
  {
    name: 'setting a description',
    sets(stage) {
      stage.channels.first = stage.near.createDataChannel('first');
      return offerPending(stage);
    },
  },
  {
    name: 'connecting',
    async sets(stage) {
      stage.channels.first = stage.near.createDataChannel('first');
      send(stage.near, stage.media.stream);
      await negotiate(stage);
    },
  },
  {
    name: 'events queued',
    async sets(stage) {
      const { near, far, channels, media } = stage;
      channels.first = near.createDataChannel('first');
      far.createDataChannel('received');
      send(near, media.stream);
      send(far, media.stream);
      await negotiateGathered(stage);
      // Time to connect and to receive, while nothing of it can be told to the page.
      occupy(500);
    },
  },
  {
    name: 'peer gone',
    async sets(stage) {
      await connect(stage);
      stage.far.close();
      // The news of the peer's close() is there within milliseconds, or not for half a minute.
      await pass(300);
    },
  },
  {
    name: 'inside onmessage',
    async sets(stage) {
      const received = await connect(stage);
      stage.closeInside = (close) =>
        new Promise((resolve) => {
          let closed = false;
          stage.channels.received!.addEventListener('message', () => {
            if (closed) return;
            closed = true;
            close();
            resolve();
          });
          for (let i = 0; i < 10; i++) received.send('go');
        });
    },
  },
  {
    name: 'before another',
    async sets(stage, page) {
      await connect(stage);
      stage.another = makePair(page).near;
      stage.channels.another = stage.another.createDataChannel('another');
    },
  },
  {
    name: 'inside ondatachannel',
    sets(stage) {
      const { near, far, channels } = stage;
      channels.first = near.createDataChannel('first');
      far.createDataChannel('late');
      stage.closeInside = (close, meet) =>
        new Promise((resolve) => {
          let closed = false;
          const act = (event?: RTCDataChannelEvent) => {
            if (closed) return;
            closed = true;
            close();
            if (event) meet('late', event.channel);
            resolve();
          };
          near.addEventListener('datachannel', act);
          // What is pending when the connection closes never settles, or rejects.
          negotiate(stage).catch(() => undefined);
          void pass(3000).then(() => act());
        });
      return Promise.resolve();
    },
  },
  {
    name: 'inside onicecandidate',
    sets(stage) {
      prepare(stage);
      stage.closeInside = closesIn('icecandidate', [stage.near], stage);
      return Promise.resolve();
    },
  },
  {
    name: 'inside ontrack',
    sets(stage) {
      prepare(stage);
      stage.closeInside = closesIn('ontrack' in stage.near ? 'track' : 'addstream', [stage.near], stage);
      return Promise.resolve();
    },
  },
  {
    name: 'inside onunmute',
    sets(stage) {
      prepare(stage);
      const { near } = stage;
      // The other track's first packet can take as long as its encoder's first frame.
      stage.closeInside = closesIn('unmute', near.getReceivers ? near.getReceivers().map(({ track }) => track) : [], stage, 400);
      return Promise.resolve();
    },
  },
];

/** The situations in which the peer closes. */
export const peerScenes: readonly Scene[] = [
  {
    name: 'the peer closes',
    async sets(stage) {
      await connect(stage);
    },
  },
  {
    name: 'the peer closes a channel, then itself',
    async sets(stage) {
      const received = await connect(stage);
      received.close();
      await until('a channel that the peer closed', () => stage.channels.received!.readyState === 'closed');
      // Its events are on their way.
      await pass(50);
    },
  },
];

/**
 * Sets a scene in a realm. Where a data channel does not open in time (seen natively in Chromium 138 on a busy machine),
 * the scene is set once more: how engines connect is not what is looked at here.
 */
export async function setScene(page: Page, scene: Scene, isSecond?: boolean): Promise<Stage> {
  const stage: Stage = { ...makePair(page), channels: {}, media: makeMedia(page) };
  try {
    await scene.sets(stage, page);
  } catch (error) {
    strike(stage);
    if (isSecond || nameOf(error) !== NEVER_OPENED) throw error;
    return setScene(page, scene, true);
  }
  return stage;
}

/** Ends what a scene began. */
export function strike({ near, far, another, media }: Stage): void {
  media.stop();
  [near, far, another].forEach((connection) => {
    if (connection && connection.signalingState !== 'closed') connection.close();
  });
}
