import { describe, expect, it } from 'vitest';
import { isStopped } from '../../replay/replayed-event';
import '../../replay/shim';
import { type IsSilenced, createSealer } from '../../../src/shim/layers';
import type { Realm } from '../../../src/shim/realm';
import { awaited, guardFor } from '../../../src/shim/silence';

const closed = (isSilenced: IsSilenced = () => true): object => {
  const object = Object.create({}) as object;
  createSealer({} as Realm, {}, isSilenced)(object);
  return object;
};
/** Whether the guard stops an event on an object. */
function stops(object: object, type: string, isTrusted = true): boolean {
  const event = Object.assign(new Event(type), { isTrusted });
  guardFor(type).call(object, event);
  return isStopped(event);
}

describe('guardFor', () => {
  it('stops what the engine fires on a closed object, and nothing else', () => {
    expect(stops(closed(), 'message')).toBe(true);
    expect(stops(closed(), 'ended')).toBe(true);
    expect(stops(closed(), 'message', false)).toBe(false);
    expect(stops(Object.create({}) as object, 'message')).toBe(false);
  });

  it('stops only what is silenced on that object', () => {
    const asked: unknown[] = [];
    const object = closed((...args) => {
      asked.push(args);
      return args[1] === 'close';
    });
    expect([stops(object, 'message'), stops(object, 'close')]).toEqual([false, true]);
    expect(asked).toEqual([[object, 'message'], [object, 'close']]);
    expect([asked.length, stops(object, 'close', false), asked.length]).toEqual([2, false, 2]);
  });

  it('goes by the type that it was added for, and not by what the event says', () => {
    const object = closed((_object, type) => type === 'close');
    const event = Object.assign(new Event('close'), { isTrusted: true });
    guardFor('message').call(object, event);
    expect(isStopped(event)).toBe(false);
    guardFor('close').call(object, Object.defineProperty(event, 'type', { value: 'message' }));
    expect(isStopped(event)).toBe(true);
  });

  it('is one listener for each type, so that the engine adds it once', () => {
    expect(guardFor('message')).toBe(guardFor('message'));
    expect(guardFor('message')).not.toBe(guardFor('close'));
    expect(guardFor('toString')).toBe(guardFor('toString'));
  });

  it("lets the engine's `ended` through once where it is awaited", () => {
    const track = closed();
    awaited.set(track, true);
    expect(stops(track, 'mute')).toBe(true);
    expect(awaited.get(track)).toBe(true);
    expect(stops(track, 'ended', false)).toBe(false);
    expect(awaited.get(track)).toBe(true);
    expect(stops(track, 'ended')).toBe(false);
    expect(awaited.get(track)).toBe(false);
    expect(stops(track, 'ended')).toBe(true);
  });
});
