import { type Page, connectionConstructor, until } from './realm';

/** Two connections of one page that know each other. */
export interface Pair {
  near: RTCPeerConnection;
  far: RTCPeerConnection;
  /** Hands over the candidates that came before the other side could take them. */
  handOver(): void;
}

type Callbacks<T> = (resolve: (value: T) => void, reject: (error: unknown) => void) => unknown;

/** The callback form of an operation, the one that every engine since 2014 has, as a promise. */
export const done = <T = void>(operation: Callbacks<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    operation(resolve, reject);
  });

/** Makes two connections that hand each other their candidates. */
export function makePair(page: Page): Pair {
  const Connection = connectionConstructor(page)!;
  const near = new Connection({ iceServers: [] });
  const far = new Connection({ iceServers: [] });
  const waiting: (() => void)[] = [];
  const join = (from: RTCPeerConnection, to: RTCPeerConnection) =>
    from.addEventListener('icecandidate', ({ candidate }) => {
      if (!candidate) return;
      const give = () => {
        done((ok, ko) => to.addIceCandidate(candidate, ok, ko)).catch(() => undefined);
      };
      if (to.signalingState === 'closed') return;
      if (to.remoteDescription && to.remoteDescription.sdp) give();
      else waiting.push(give);
    });
  join(near, far);
  join(far, near);
  return { near, far, handOver: () => waiting.splice(0).forEach((give) => give()) };
}

type Description = RTCSessionDescriptionInit;

const setLocal = (connection: RTCPeerConnection, description: Description) =>
  done((ok, ko) => connection.setLocalDescription(description as RTCLocalSessionDescriptionInit, ok, ko));
const setRemote = (connection: RTCPeerConnection, description: Description) =>
  done((ok, ko) => connection.setRemoteDescription(description, ok, ko));

/** Makes an offer and sets it: gathering has begun when this resolves. */
export async function offer({ near }: Pair): Promise<Description> {
  const description = await done<Description>((ok, ko) => near.createOffer(ok, ko));
  await setLocal(near, description);
  return description;
}

/** Makes an offer and leaves it while it is being set. */
export async function offerPending({ near }: Pair): Promise<void> {
  const description = await done<Description>((ok, ko) => near.createOffer(ok, ko));
  // It never settles when the connection is closed, or rejects.
  setLocal(near, description).catch(() => undefined);
}

async function answer({ far }: Pair, offered: Description): Promise<Description> {
  await setRemote(far, offered);
  const description = await done<Description>((ok, ko) => far.createAnswer(ok, ko));
  await setLocal(far, description);
  return description;
}

/** Runs offer and answer: connecting has begun when this resolves. */
export async function negotiate(pair: Pair): Promise<void> {
  const offered = await offer(pair);
  const answered = await answer(pair, offered);
  await setRemote(pair.near, answered);
  pair.handOver();
}

/** Runs offer and answer with all candidates in them: from here on the two connect without the page's help. */
export async function negotiateGathered(pair: Pair): Promise<void> {
  const gathered = (connection: RTCPeerConnection) =>
    until('the end of gathering', () => connection.iceGatheringState === 'complete');
  await offer(pair);
  await gathered(pair.near);
  await answer(pair, pair.near.localDescription!);
  await gathered(pair.far);
  await setRemote(pair.near, pair.far.localDescription!);
}

/** The name of the error where a channel does not open in time. Not a class: compiled to ECMAScript 5, what extends `Error` is no instance of it. */
export const NEVER_OPENED = 'ChannelNeverOpened';

/** Waits until a channel is open. @throws Error named {@link NEVER_OPENED} */
export const opened = (channel: RTCDataChannel): Promise<void> =>
  until('an open data channel', () => channel.readyState === 'open', NEVER_OPENED);
