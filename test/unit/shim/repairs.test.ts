import { describe, expect, it } from 'vitest';
import '../../replay/shim';
import type { Keeps } from '../../../src/shim/fates';
import { repairs } from '../../../src/shim/repairs';

describe('every repair', () => {
  it.each(repairs.map((repair) => [repair.id, repair] as const))('inherits nothing that the page can put there: %s', (_id, repair) => {
    expect(Object.getPrototypeOf(repair)).toBe(null);
    for (const part of Object.values(repair)) {
      if (typeof part === 'object') expect(Object.getPrototypeOf(part)).toBe(null);
      if (typeof part === 'function') expect(Object.getPrototypeOf(part)).toBe(Function.prototype);
    }
  });
});

describe.each(['Local', 'Remote'])('the last %s description', (side) => {
  const members = repairs.find(({ id }) => id === 'descriptions-stay-readable')!.RTCPeerConnection!;
  const name = side.toLowerCase() + 'Description';
  const read = (memory: Record<string, unknown>) => (members[name] as Keeps).read({ [name]: 'of the engine' }, name, memory);

  it('is the pending one, or else the current one', () => {
    expect(read({ [`current${side}Description`]: 'current', [`pending${side}Description`]: 'pending' })).toBe('pending');
    expect(read({ [`current${side}Description`]: null, [`pending${side}Description`]: 'pending' })).toBe('pending');
    expect(read({ [`current${side}Description`]: 'current', [`pending${side}Description`]: null })).toBe('current');
    expect(read({ [`current${side}Description`]: null, [`pending${side}Description`]: null })).toBe(null);
  });

  it("is the engine's where that has the one attribute alone", () => expect(read({})).toBe('of the engine'));
});
