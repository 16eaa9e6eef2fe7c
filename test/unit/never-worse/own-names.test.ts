import { describe, expect, it } from 'vitest';
import { ownNames } from '../../../src/never-worse/own-names';

class EventTarget {
  addEventListener() {}
}
class Channel extends EventTarget {
  send() {}
  close() {}
}

describe('ownNames()', () => {
  it('are those of the object and its prototypes, without what every event target has', () => {
    expect(ownNames(Object.assign(new Channel(), { own: 1 }))).toEqual(['own', 'send', 'close']);
  });

  it("come in the engine's order, whatever stands before its prototype", () => {
    const closed = Object.setPrototypeOf(new Channel(), Object.create(Channel.prototype, { close: { value: () => undefined }, added: { value: 1 } }) as object) as object;
    expect(ownNames(closed)).toEqual(['added', 'send', 'close']);
  });
});
