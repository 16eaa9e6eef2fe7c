import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { install } from '../../replay/shim';
import { chromium156 } from '../../replay/engines/chromium-156';
import { makeEngine } from '../../replay/make-engine';

const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true, withObjectString: true });
const named = (names: string[], value: fc.Arbitrary<unknown>) => fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value, { minKeys: 1 });
/** Some that are right: without them it is chance whether one of two hundred is taken. */
const right = fc.record(
  { channelClose: fc.constantFrom('event', 'silent'), peerCloseError: fc.constantFrom('event', 'none'), stopTracks: fc.boolean(), clauses: fc.record({ 'send-is-refused': fc.constantFrom('auto', 'force', 'off') }, { requiredKeys: [] }) },
  { requiredKeys: [] },
);
const options = fc.oneof(
  right,
  anything,
  named(['clauses', 'channelClose', 'peerCloseError', 'stopTracks'], fc.oneof(anything, fc.constantFrom('event', 'silent', 'none', true, false, undefined))),
  fc.record({ clauses: fc.oneof(anything, named(['send-is-refused', 'sctp-stays'], fc.oneof(anything, fc.constantFrom('auto', 'force', 'off', undefined)))) }),
);

/** The members of the interfaces of a realm. */
const membersOf = (global: Record<string, unknown>) => Object.values(global).map((value) => Object.getOwnPropertyDescriptors((Object(value) as { prototype?: object }).prototype ?? {}));

describe('install(), whatever it is given', () => {
  it('as a realm: a TypeError of its own', () => {
    fc.assert(
      fc.property(anything, (realm) => {
        fc.pre(realm !== undefined);
        expect(() => install(realm as object)).toThrow(/^rtc-close-shim: install\(\): the realm is /);
      }),
      { numRuns: 500 },
    );
  });

  it('as options: it takes them, or throws a TypeError of its own and changes nothing', () => {
    const { global } = makeEngine(chromium156.behaviour);
    const native = membersOf(global);
    const outcomes = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(options, (given) => {
        try {
          install(global, given as object).uninstall();
          outcomes.taken++;
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          expect(String(error)).toMatch(/^TypeError: rtc-close-shim: install\(\): /);
          outcomes.refused++;
        }
        expect(membersOf(global)).toEqual(native);
      }),
      { numRuns: 200 },
    );
    expect(Math.min(outcomes.taken, outcomes.refused)).toBeGreaterThan(0);
  });

  it('as options, where it is installed: it takes what is in force, or throws a TypeError of its own and changes nothing', () => {
    const { global } = makeEngine(chromium156.behaviour);
    const handle = install(global, { stopTracks: true });
    const before = [membersOf(global), handle.report()];
    fc.assert(
      fc.property(options, (given) => {
        try {
          expect(install(global, given as object)).toBe(handle);
        } catch (error) {
          expect(String(error)).toMatch(/^TypeError: rtc-close-shim: install\(\): /);
        }
        expect([membersOf(global), handle.report()]).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});
