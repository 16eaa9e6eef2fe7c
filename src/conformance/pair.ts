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
const done = <T = void>(operation: Callbacks<T>): Promise<T> =>
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
      if (to.remoteDescription) give();
      else waiting.push(give);
    });
  join(near, far);
  join(far, near);
  return { near, far, handOver: () => waiting.splice(0).forEach((give) => give()) };
}

/** Makes an offer and sets it: gathering has begun when this resolves. */
export async function offer({ near }: Pair): Promise<RTCSessionDescriptionInit> {
  const description = await done<RTCSessionDescriptionInit>((ok, ko) => near.createOffer(ok, ko));
  await done((ok, ko) => near.setLocalDescription(description as RTCLocalSessionDescriptionInit, ok, ko));
  return description;
}

/** Runs offer and answer: connecting has begun when this resolves. */
export async function negotiate(pair: Pair): Promise<void> {
  const { near, far, handOver } = pair;
  const offered = await offer(pair);
  await done((ok, ko) => far.setRemoteDescription(offered, ok, ko));
  const answered = await done<RTCSessionDescriptionInit>((ok, ko) => far.createAnswer(ok, ko));
  await done((ok, ko) => far.setLocalDescription(answered as RTCLocalSessionDescriptionInit, ok, ko));
  await done((ok, ko) => near.setRemoteDescription(answered, ok, ko));
  handOver();
}

/** Waits until a channel is open. */
export const opened = (channel: RTCDataChannel): Promise<void> =>
  until('an open data channel', () => channel.readyState === 'open');
