import { describe, expect, it } from 'vitest';
import { asNative } from '../../../replay/native-text';
import '../../../replay/shim';
import { ask, isAdapters, isEngineMade, noteAdapter, standIns } from '../../../../src/shim/engine/native-functions';
import type { Method } from '../../../../src/shim/engine/intrinsics';

/** An object of the engine, and what it was asked. */
function makeObject() {
  const asked: string[] = [];
  const members = Object.getOwnPropertyDescriptors({
    get state() {
      return asked.push('state'), 'open';
    },
    method(...args: unknown[]) {
      return [this, args.length];
    },
    fails() {
      throw new Error("the engine's");
    },
  });
  const prototype = Object.defineProperties({}, asNative(members)) as { state: string; method: () => unknown; fails: () => unknown };
  return { prototype, object: Object.create(prototype) as typeof prototype, asked };
}

describe('isEngineMade', () => {
  const native = Map.prototype.get as Method;
  it.each([
    ['a function of the engine', native, true],
    ["the getter of an engine's attribute", Object.getOwnPropertyDescriptor(Map.prototype, 'size')!.get as Method, true],
    ['a function of a script', ((key: unknown) => key) as Method, false],
    ["a Proxy of an engine's function", new Proxy(native, {}), false],
    ['a bound function', native.bind(new Map()), false],
  ])('tells %s', (what, method, expected) => {
    expect(isEngineMade(method, what.includes('attribute') ? 'size' : 'get')).toBe(expected);
  });

  it("takes the shim's own functions for what is beneath them", () => {
    const [overEngine, overPage] = [() => 1, () => 2] as Method[];
    standIns.set(overEngine!, () => native);
    standIns.set(overPage!, () => () => undefined);
    expect([isEngineMade(overEngine!, 'get'), isEngineMade(overPage!, 'get')]).toEqual([true, false]);
  });
});

describe('webrtc-adapter', () => {
  it.each([
    ['limits messages', function setRemoteDescription(this: { maxMessageSize: number }) { return this.maxMessageSize; }, true],
    ['removes a line', function setRemoteDescription() { return '\na=extmap-allow-mixed'; }, true],
    ['is not there', function setRemoteDescription() { return 0; }, false],
  ])('is taken for the engine with all it has on a prototype, where it %s', (_how, setRemoteDescription, expected) => {
    const prototype = { setRemoteDescription, addIceCandidate: () => undefined, get sctp() { return null; } };
    noteAdapter(prototype);
    const { get } = Object.getOwnPropertyDescriptor(prototype, 'sctp')!;
    expect([prototype.setRemoteDescription, prototype.addIceCandidate, get!].map((method) => isEngineMade(method as Method, ''))).toEqual([expected, expected, expected]);
  });

  it("is told by a channel's own send()", () => {
    const maxMessageSize = 1;
    expect([isAdapters(() => maxMessageSize), isAdapters(() => 1), isAdapters('maxMessageSize'), isAdapters(undefined)]).toEqual([true, false, false, false]);
  });
});

describe('ask', () => {
  it('reads a member, or calls it on its object', () => {
    const { object } = makeObject();
    expect([ask(object, 'state'), ask(object, 'method'), ask(object, 'nothing')]).toEqual(['open', [object, 0], undefined]);
    expect(ask({ value: 1 }, 'value')).toBe(1);
  });

  it('has nothing where the member throws', () => {
    const { object } = makeObject();
    expect(ask(object, 'fails')).toBe(undefined);
    expect(ask({ get value() { throw new Error("the page's"); } }, 'value')).toBe(undefined);
  });

  it('does not call what the page has laid over a member', () => {
    const { prototype, object, asked } = makeObject();
    const page: string[] = [];
    const subclass = Object.create(prototype, { method: { value: () => page.push('method') } }) as object;
    Object.setPrototypeOf(object, subclass);
    Object.defineProperty(object, 'state', { get: () => page.push('state') });
    expect([ask(object, 'state'), ask(object, 'method')]).toEqual(['open', [object, 0]]);
    expect([asked, page]).toEqual([['state'], []]);
  });

  it("calls what stands in the place of the engine's own", () => {
    const { prototype, object } = makeObject();
    prototype.method = () => 'wrapper';
    expect(ask(object, 'method')).toBe('wrapper');
  });
});
