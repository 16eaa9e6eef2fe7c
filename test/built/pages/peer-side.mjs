// One side of a connection: the channels that it makes and gets, and what it hears of its peer's close. Needs rtc-close-peer.

// What is collected is closed.
const kept = [];

export const pass = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for a condition that is looked at again when a target fires. */
const when = (target, type, condition) =>
  new Promise((resolve) => {
    const look = () => condition() && resolve();
    target.addEventListener(type, look);
    look();
  });

/** A side that makes channels of these labels. */
export function makeSide(labels) {
  const connection = new RTCPeerConnection();
  const channels = labels.map((label) => connection.createDataChannel(label));
  connection.addEventListener('datachannel', ({ channel }) => channels.push(channel));
  const side = {
    connection,
    channels,
    /** Its offer, or its answer to one, with all candidates in it. */
    async describe(offer) {
      if (offer) await connection.setRemoteDescription(offer);
      await connection.setLocalDescription();
      await when(connection, 'icegatheringstatechange', () => connection.iceGatheringState === 'complete');
      return connection.localDescription.toJSON();
    },
    accept: (answer) => connection.setRemoteDescription(answer),
    async opened(count) {
      await when(connection, 'datachannel', () => channels.length === count);
      await Promise.all(channels.map((channel) => when(channel, 'open', () => channel.readyState === 'open')));
    },
    /** Notes from here on what is heard of the peer's close; the times are those of `performance.now()`. */
    listen() {
      const heard = { events: channels.map(() => []), closes: [] };
      const closed = channels.map((channel, i) => {
        for (const type of ['closing', 'error', 'close']) {
          channel.addEventListener(type, ({ error }) => heard.events[i].push([type, channel.readyState, ...(error ? [error.errorDetail] : [])].join(' ')));
        }
        return when(channel, 'close', () => channel.readyState === 'closed').then(() => heard.closes.push(performance.now()));
      });
      const { transport } = connection.sctp;
      const signed = when(transport, 'statechange', () => transport.state === 'closed').then(() => {
        heard.sign = performance.now();
      });
      const told = window.rtcClosePeer.peerClosed(connection).then((news) => {
        heard.news = { ...news, told: performance.now(), connection: connection.connectionState };
      });
      side.heard = heard;
      side.ended = Promise.all([...closed, signed, told]);
    },
    /** All that was heard when nothing more comes. */
    async end() {
      await side.ended;
      await pass(200);
      return side.heard;
    },
  };
  kept.push(side);
  return side;
}

/** Two sides of one page, with three channels, and `near` that listens. */
export async function connectSides() {
  const near = makeSide(['a', 'b']);
  const far = makeSide(['c']);
  await near.accept(await far.describe(await near.describe()));
  await Promise.all([near.opened(3), far.opened(3)]);
  near.listen();
  return { near, far };
}
