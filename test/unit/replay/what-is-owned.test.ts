import { describe, expect, it } from 'vitest';
import { chromium156 } from '../../replay/engines/chromium-156';
import { makeEngine } from '../../replay/make-engine';
import { asNative } from '../../replay/native-text';
import { install } from '../../replay/shim';
import { departingFrom, inReplay } from './in-replay';

describe('the transceivers of a closed connection', () => {
  it('refuse calls also where the engine takes them', () => {
    const engine = departingFrom(chromium156, { calls: { 'transceiver.stop()': 'returns', 'transceiver.direction =': 'returns' } });
    return inReplay(engine, ({ Connection }) => {
      const connection = new Connection();
      const transceiver = connection.addTransceiver('audio');
      connection.close();
      const refused = expect.objectContaining({ name: 'InvalidStateError' }) as Error;
      expect(() => transceiver.stop()).toThrow(refused);
      expect(() => {
        transceiver.direction = 'inactive';
      }).toThrow(refused);
    })();
  });
});

describe('the senders of a closed connection', () => {
  /** Closes a connection whose sender read "before", in an engine in which it reads `atClose` right after the native `close()`, and "after" later. */
  const trackAfter = (atClose: unknown) => {
    const { global } = makeEngine(chromium156.behaviour);
    const { prototype } = global.RTCPeerConnection as typeof RTCPeerConnection;
    let track: unknown = 'before';
    Object.defineProperties((global.RTCRtpSender as typeof RTCRtpSender).prototype, asNative({ track: { get: () => track, configurable: true } }));
    const { close } = prototype;
    Object.defineProperties(prototype, asNative({
      close: {
        value() {
          close.call(this);
          track = atClose;
        },
        configurable: true,
        writable: true,
      },
    }));
    install(global);
    const connection = new (global.RTCPeerConnection as typeof RTCPeerConnection)();
    const { sender } = connection.addTransceiver('audio');
    connection.close();
    expect(sender.track).toBe('before');
    track = 'after';
    return sender.track;
  };

  it('read what a replaceTrack() in flight comes to, where the engine still tells', () => expect(trackAfter('before')).toBe('after'));

  it('keep their track where the engine forgets it at close()', () => expect(trackAfter(null)).toBe('before'));
});
