import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFindings } from '../../../src/measurement/findings.mjs';
import { check, clauses, install } from '../../replay/shim';
import { chromium156 } from '../../replay/engines/chromium-156';
import { edgehtml18 } from '../../replay/engines/edgehtml-18';
import { makeEngine } from '../../replay/make-engine';

const NOWHERE = 'everything: no RTCPeerConnection here, nor webkitRTCPeerConnection or mozRTCPeerConnection';

describe('check(), whatever it is given', () => {
  it.each([
    [[null], 'the realm is null; expected a window of this origin, then options'],
    [['window'], 'the realm is "window"; expected a window of this origin, then options'],
    [[{ withoutStats: true }], 'the realm is [object Object]; expected a window of this origin, then options'],
    [[{ [Symbol.toStringTag]: 'HTMLIFrameElement', contentWindow: {} }], 'the realm is [object HTMLIFrameElement]; expected its contentWindow'],
    [[undefined, null], 'the options are null; expected a plain object'],
    [[undefined, []], 'the options are [object Array]; expected a plain object'],
    [[undefined, { onprogress: 1 }], 'it has no option "onprogress"; allowed: "onProgress", "withoutStats"'],
    [[undefined, { onProgress: 'log' }], 'option onProgress is "log"; expected a function'],
    [[undefined, { withoutStats: 'true' }], 'option withoutStats is "true"; expected true or false'],
  ])('rejects %o', async (args, message) => {
    await expect(check(...(args as []))).rejects.toThrow(new TypeError(`rtc-close-shim: check(): ${message}`));
  });

  it('rejects with a TypeError of its own, or has a result', async () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withTypedArray: true });
    const some = fc.dictionary(fc.constantFrom('onProgress', 'withoutStats', 'x'), anything);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constant(undefined), anything), fc.oneof(anything, some), async (realm, options) => {
        const outcome = await (check(realm as object, options as object) as Promise<unknown>).then(
          () => 'a result',
          (error: unknown) => String(error),
        );
        expect(outcome).toMatch(/^(a result$|TypeError: rtc-close-shim: check\(\): )/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('check() where there is no WebRTC', () => {
  it.each([
    ['on a server', undefined],
    ['in a window without it', { Object }],
    ['where the page has put something else under its names', { Object, RTCPeerConnection: undefined, webkitRTCPeerConnection: null }],
    ['where its getter throws', { Object, get RTCPeerConnection(): unknown { throw new Error("the page's"); } }],
  ])('cannot tell, %s: with the reason', async (_where, realm) => {
    const { results, failures } = await check(realm);
    expect(results.map(({ id }) => id)).toEqual(Object.keys(clauses));
    expect(results.map(({ verdict }) => verdict)).toEqual(results.map(() => 'cannot-tell'));
    expect(results.map(({ observed }) => observed)).toEqual(results.map(() => [NOWHERE]));
    expect(Object.keys(failures)).toEqual(['everything']);
    // What the README has pages do.
    expect(results.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  });
});

describe('what check() cannot tell', () => {
  it('has a reason for it, also where the engine lacks the member; nothing of that is stored', async () => {
    const { global, clock } = makeEngine(edgehtml18.behaviour);
    const { results } = await clock.run(() => check(global));
    const blind = results.filter(({ verdict }) => verdict === 'cannot-tell');
    expect(blind.length).toBeGreaterThan(0);
    expect(blind.filter(({ observed }) => !observed.length)).toEqual([]);
    expect(toFindings([{ id: 'sctp-stays', verdict: 'cannot-tell', observed: ['the engine has no member that the clause speaks of'] }])).toEqual({ 'sctp-stays': { verdict: 'cannot-tell' } });
    expect(toFindings([{ id: 'sctp-stays', verdict: 'cannot-tell', observed: [NOWHERE] }])).toEqual({ 'sctp-stays': { verdict: 'cannot-tell', observed: [NOWHERE] } });
  });
});

describe('a clause’s sentence', () => {
  it('is the same in the report and in the result', async () => {
    const { global } = makeEngine(chromium156.behaviour);
    const sentences = (lines: { id: string; sentence: string }[]) => lines.map(({ id, sentence }) => [id, sentence]);
    const { results } = await check({ Object });
    expect(sentences(results)).toEqual(sentences(install(global).report()));
    expect(results.map(({ text }) => text)).toEqual(Object.values(clauses));
  });
});
