import { describe, expect, it } from 'vitest';
import { isStopped } from '../../../replay/replayed-event';
import '../../../replay/shim';
import { type IsSuppressed, createObjectCloser } from '../../../../src/shim/closed-objects/closed-prototype';
import type { PatchedRealm } from '../../../../src/shim/patches/patched-realm';
import type { Realm } from '../../../../src/shim/engine/realm';
import { guardFor } from '../../../../src/shim/events/event-suppression';
import { lastEvents, fireLastEvent } from '../../../../src/shim/events/last-event';
import { noteListener } from '../../../../src/shim/events/page-listeners';

const closed = (isSuppressed: IsSuppressed = () => true): object => {
  const object = Object.create({}) as object;
  createObjectCloser({} as PatchedRealm, {}, isSuppressed)(object);
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
    expect(stops(closed(), 'message', false)).toBe(false);
    expect(stops(Object.create({}) as object, 'message')).toBe(false);
  });

  it('stops only what is silenced on that object', () => {
    const asked: unknown[] = [];
    const object = closed((...args) => {
      asked.push(args);
      return args[1] === 'error';
    });
    expect([stops(object, 'message'), stops(object, 'error')]).toEqual([false, true]);
    expect(asked).toEqual([[object, 'message'], [object, 'error']]);
    expect([asked.length, stops(object, 'error', false), asked.length]).toEqual([2, false, 2]);
  });

  it('goes by the type that it was added for, and not by what the event says', () => {
    const object = closed((_object, type) => type === 'error');
    const event = Object.assign(new Event('error'), { isTrusted: true });
    guardFor('message').call(object, event);
    expect(isStopped(event)).toBe(false);
    guardFor('error').call(object, Object.defineProperty(event, 'type', { value: 'message' }));
    expect(isStopped(event)).toBe(true);
  });

  it('is one listener for each type, so that the engine adds it once', () => {
    expect(guardFor('message')).toBe(guardFor('message'));
    expect(guardFor('message')).not.toBe(guardFor('close'));
    expect(guardFor('toString')).toBe(guardFor('toString'));
  });

  it.each(['ended', 'close'])("lets the engine's `%s` through where the shim owes none", (type) => {
    expect([stops(closed(), type), stops(closed(), 'message')]).toEqual([false, true]);
  });

  it.each(['ended', 'close'])("lets the engine's `%s` through once where either counts", (type) => {
    const object = closed();
    lastEvents.set(object, 'either');
    expect([stops(object, 'mute'), stops(object, type, false), lastEvents.get(object)]).toEqual([true, false, 'either']);
    expect([stops(object, type), lastEvents.get(object), stops(object, type)]).toEqual([false, 'done', true]);
  });
});

describe('settle', () => {
  /** An object that owes its `close`, and what is fired on it. */
  const owing = (state: 'ours' | 'either' | 'done', type = 'close') => {
    const object = closed();
    const fired: string[] = [];
    lastEvents.set(object, state);
    return { object, fired, fireLastEvent: () => fireLastEvent({ fire: (_target: object, name: string) => fired.push(name) } as unknown as Realm, object, type) };
  };

  it.each(['ours', 'either'] as const)('fires once what is owed (%s) where the page listens, and none of the engine\'s follows', (state) => {
    const { object, fired, fireLastEvent } = owing(state);
    noteListener(object, 'close');
    fireLastEvent();
    fireLastEvent();
    expect([fired, lastEvents.get(object), stops(object, 'close')]).toEqual([['close'], 'done', true]);
  });

  it.each(['ours', 'either'] as const)("leaves it (%s) to the engine, once, where nobody is known to listen", (state) => {
    const { object, fired, fireLastEvent } = owing(state);
    noteListener(object, 'message');
    fireLastEvent();
    expect([fired, lastEvents.get(object)]).toEqual([[], 'either']);
    expect([stops(object, 'close'), stops(object, 'close')]).toEqual([false, true]);
  });

  it('has nothing to say of what has none that is owed', () => {
    const object = closed();
    fireLastEvent({} as Realm, object, 'close');
    expect(lastEvents.get(object)).toBe(undefined);
  });

  it('fires nothing where the engine has', () => {
    const { object, fired, fireLastEvent } = owing('done', 'ended');
    noteListener(object, 'ended');
    fireLastEvent();
    expect(fired).toEqual([]);
  });
});
