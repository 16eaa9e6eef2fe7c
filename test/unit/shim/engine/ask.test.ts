import { describe, expect, it } from 'vitest';
import { asNative } from '../../../replay/native-text';
import '../../../replay/shim';
import { ask } from '../../../../src/shim/engine/ask';

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
