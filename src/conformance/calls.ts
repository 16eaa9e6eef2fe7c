import { tracksOf } from './media';
import { done } from './pair';
import { type Page, nameOf, pass } from './realm';
import { scenes, setScene, strike } from './scenes';

/** What calls on a closed connection did, by a name such as `channel first.send()`. */
export type Calls = Record<string, string>;

/** An outcome that says that a call neither returned a promise nor threw. */
const returned = 'returns ';
const patience = 1000;

/** What a call did: threw, returned, or what its promise came to within a second. */
async function outcome(call: () => unknown): Promise<string> {
  try {
    const value = call() as Promise<unknown> | undefined;
    if (!value || typeof value.then !== 'function') return returned + String(value);
    return await Promise.race([
      value.then(
        () => 'resolves',
        (error: unknown) => 'rejects ' + nameOf(error),
      ),
      pass(patience).then(() => 'never settles'),
    ]);
  } catch (error) {
    return 'throws ' + nameOf(error);
  }
}

/** Closes a connected connection and calls everything on it that a closed one refuses, or still answers. */
export async function callAll(page: Page, withoutStats?: boolean): Promise<Calls> {
  const stage = await setScene(page, scenes[0]!);
  const { near, channels, media } = stage;
  const track = tracksOf(media.stream)[0]!;
  const description = near.remoteDescription!;
  const sender = near.getSenders && near.getSenders()[0];
  const transceiver = near.getTransceivers && near.getTransceivers()[0];
  const parameters = sender && sender.getParameters && sender.getParameters();
  let configuration: RTCConfiguration | undefined;
  try {
    configuration = near.getConfiguration();
  } catch {
    // Chromium below 70 has none; Gecko 33 has one that can't be called.
  }
  const dtmf = near.getSenders && near.getSenders().map((each) => each.dtmf).filter((each) => each)[0];
  const candidate = new (page.RTCIceCandidate || page.mozRTCIceCandidate)({ candidate: 'candidate:1 1 udp 2113937151 127.0.0.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 });

  const calls: Record<string, Promise<string>> = {};
  const has = (object: object | null | undefined, name: string) => object && name in object;
  const call = (name: string, act: () => unknown) => {
    calls[name] = outcome(act);
  };

  const asks = !withoutStats && has(near, 'getStats');
  if (asks) call('getStats() pending', statistics(near));
  near.close();

  Object.keys(channels).forEach((name) => {
    call('channel ' + name + '.send()', () => channels[name]!.send('too late'));
    call('channel ' + name + '.close()', () => channels[name]!.close());
  });
  const promised = near.createOffer.length === 0;
  const either = (operation: (...callbacks: (() => void)[]) => unknown) =>
    promised ? () => operation() : () => done((ok, ko) => operation(ok as () => void, ko as () => void));
  /* eslint-disable @typescript-eslint/no-explicit-any -- each call in the form its engine has */
  const connection = near as any;
  call('createOffer()', either((...callbacks) => connection.createOffer(...callbacks)));
  call('createAnswer()', either((...callbacks) => connection.createAnswer(...callbacks)));
  call('setLocalDescription()', either((...callbacks) => connection.setLocalDescription(description, ...callbacks)));
  call('setRemoteDescription()', either((...callbacks) => connection.setRemoteDescription(description, ...callbacks)));
  call('setLocalDescription() of nothing', () => connection.setLocalDescription());
  call('addIceCandidate() of nothing', () => connection.addIceCandidate());
  call('addIceCandidate()', either((...callbacks) => connection.addIceCandidate(candidate, ...callbacks)));
  call('createDataChannel()', () => near.createDataChannel('too late'));
  if (has(near, 'addTrack')) call('addTrack()', () => near.addTrack(track.clone(), media.stream));
  if (sender && has(near, 'removeTrack')) call('removeTrack()', () => near.removeTrack(sender));
  if (has(near, 'addTransceiver')) call('addTransceiver()', () => near.addTransceiver('audio'));
  if (has(near, 'setConfiguration')) call('setConfiguration()', () => near.setConfiguration(configuration || {}));
  if (has(near, 'restartIce')) call('restartIce()', () => near.restartIce());
  if (transceiver) {
    if (has(transceiver, 'stop')) call('transceiver.stop()', () => transceiver.stop());
    call('transceiver.direction =', () => {
      transceiver.direction = 'inactive';
    });
  }
  if (sender && has(sender, 'replaceTrack')) call('sender.replaceTrack()', () => sender.replaceTrack(null));
  if (sender && has(sender, 'setParameters')) call('sender.setParameters()', () => sender.setParameters(parameters!));
  if (sender && has(sender, 'setStreams')) call('sender.setStreams()', () => sender.setStreams());
  if (dtmf) call('dtmf.insertDTMF()', () => dtmf.insertDTMF('1'));
  if (asks) call('getStats() afterwards', statistics(near));

  const outcomes: Calls = {};
  for (let i = 0, names = Object.keys(calls); i < names.length; i++) outcomes[names[i]!] = await calls[names[i]!]!;
  strike(stage);
  return outcomes;
}

/** Asks for statistics in the form the engine has. */
const statistics = (connection: RTCPeerConnection) => () => {
  const { getStats } = connection as unknown as { getStats(...args: unknown[]): unknown };
  if (getStats.length === 0) return connection.getStats();
  // Gecko below 36 wants the selector first, Chromium below 58 none at all.
  return done((ok, ko) => (getStats.length > 2 ? getStats.call(connection, null, ok, ko) : getStats.call(connection, ok, ko)));
};
