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
  it('keep their track also where the engine still replaces it', () => {
    const { global } = makeEngine(chromium156.behaviour);
    let track = 'before';
    Object.defineProperties((global.RTCRtpSender as typeof RTCRtpSender).prototype, asNative({ track: { get: () => track, configurable: true } }));
    install(global);
    const connection = new (global.RTCPeerConnection as typeof RTCPeerConnection)();
    const { sender } = connection.addTransceiver('audio');
    expect(sender.track).toBe('before');
    connection.close();
    track = 'after';
    expect(sender.track).toBe('before');
  });
});
