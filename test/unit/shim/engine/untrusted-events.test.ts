import { describe, expect, it } from 'vitest';
import '../../../replay/shim';
import { isUntrusted, noteDispatched } from '../../../../src/shim/engine/untrusted-events';

describe('isUntrusted', () => {
  it('is what the event says', () => {
    expect(isUntrusted({ isTrusted: true } as Event)).toBe(false);
    expect(isUntrusted({ isTrusted: false } as Event)).toBe(true);
  });

  it('is what was noted, where the event does not say', () => {
    const [noted, other] = [{}, {}] as Event[];
    noteDispatched(noted!);
    expect(isUntrusted(noted!)).toBe(true);
    expect(isUntrusted(other!)).toBeFalsy();
  });
});
