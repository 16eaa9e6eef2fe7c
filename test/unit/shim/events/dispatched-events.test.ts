import { describe, expect, it } from 'vitest';
import { conforming } from '../../../replay/behaviour';
import { chromium45 } from '../../../replay/engines/chromium-45';
import { makeEngine } from '../../../replay/make-engine';
import '../../../replay/shim';
import { createPatches } from '../../../../src/shim/patches/patches';
import type { Global } from '../../../../src/shim/engine/global-object';
import { isUntrusted } from '../../../../src/shim/engine/untrusted-events';
import { patchDispatch } from '../../../../src/shim/events/dispatched-events';

const makePage = (behaviour = chromium45.behaviour) => {
  const { global } = makeEngine(behaviour);
  const patches = createPatches();
  const { prototype } = global.EventTarget as typeof EventTarget;
  const native = prototype.dispatchEvent as unknown;
  patchDispatch(global as Global, patches);
  const target = Object.create(prototype) as EventTarget;
  return { target, prototype, native, patches, makeEvent: () => new (global.Event as typeof Event)('type') };
};

describe('patchDispatch', () => {
  it('notes what is dispatched where no event says who made it', () => {
    const { target, makeEvent } = makePage();
    const event = makeEvent();
    const heard: unknown[] = [];
    target.addEventListener('type', (one) => heard.push(one, isUntrusted(one)));
    expect(isUntrusted(event)).toBeFalsy();
    expect(target.dispatchEvent(event)).toBe(true);
    expect(heard).toEqual([event, true]);
  });

  it.each([[null], ['type'], [undefined]])("leaves what is no event to the engine's own error: %s", (event) => {
    const { target, native } = makePage();
    const message = (call: unknown) => {
      try {
        return (call as (event: unknown) => unknown).call(target, event);
      } catch (error) {
        return String(error);
      }
    };
    expect(message(target.dispatchEvent)).toEqual(message(native));
  });

  it('leaves an engine alone whose events say it', () => {
    const { prototype, native } = makePage(conforming);
    expect(prototype.dispatchEvent).toBe(native);
  });

  it('can be undone', () => {
    const { prototype, native, patches } = makePage();
    expect(prototype.dispatchEvent).not.toBe(native);
    expect(patches.undo()).toBe(true);
    expect(prototype.dispatchEvent).toBe(native);
  });
});
