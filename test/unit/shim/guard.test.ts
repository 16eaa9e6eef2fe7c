import { describe, expect, it } from 'vitest';
import { isStopped } from '../../replay/replayed-event';
import '../../replay/shim';
import { createSealer } from '../../../src/shim/layers';
import type { Realm } from '../../../src/shim/realm';
import { awaited, guard } from '../../../src/shim/silence';

const closed = (): object => {
  const object = Object.create({}) as object;
  createSealer({} as Realm, {})(object);
  return object;
};
/** Whether the guard stops an event on an object. */
function stops(object: object, type: string, isTrusted = true): boolean {
  const event = Object.assign(new Event(type), { isTrusted });
  guard.call(object, event);
  return isStopped(event);
}

describe('guard', () => {
  it('stops what the engine fires on a closed object, and nothing else', () => {
    expect(stops(closed(), 'message')).toBe(true);
    expect(stops(closed(), 'ended')).toBe(true);
    expect(stops(closed(), 'message', false)).toBe(false);
    expect(stops(Object.create({}) as object, 'message')).toBe(false);
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
