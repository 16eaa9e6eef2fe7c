import { describe, expect, it } from 'vitest';
import type { Environment } from '../../../../src/shim/choice/detect-engine';
import { type Options, readOptions } from '../../../../src/shim/choice/options';
import { select } from '../../../../src/shim/choice/choose-repairs';

const ids = ['send-is-refused', 'channels-fire-close-once', 'peer-close-channels-fire-error'] as const;
const measured = [-50, 55, 60, 70, -72, 78, 80, 80, -84, 84];
const decide = (environment: Environment, options: Options = {}, id: (typeof ids)[number] = 'send-is-refused') =>
  select(id, measured, environment, readOptions(options, ids));
const chromium = (version: number): Environment => ({ engine: 'chromium', milestone: version });

describe('select', () => {
  it.each([
    [59, 'applied', 'chromium 59 is not known to keep it'],
    [50, 'applied', 'chromium 50 to 55 breaks it in each measured build'],
    [55, 'applied', 'chromium 50 to 55 breaks it in each measured build'],
    [56, 'applied', 'chromium 56 is not known to keep it'],
    [60, 'not-needed', 'chromium 60 to 70 keeps it in each measured build'],
    [70, 'not-needed', 'chromium 60 to 70 keeps it in each measured build'],
    [71, 'applied', 'chromium 71 is not known to keep it'],
    [75, 'applied', 'chromium 72 to 78 breaks it in each measured build'],
    [80, 'not-needed', 'chromium 80 keeps it in each measured build'],
    [84, 'applied', 'chromium 84 breaks it in each measured build'],
    [81, 'applied', 'chromium 81 is not known to keep it'],
  ])('goes by what was measured: version %i', (version, decision, because) => {
    expect(decide(chromium(version))).toEqual({ decision, because });
  });

  it('repairs where the engine is not known', () => {
    expect(decide({})).toEqual({ decision: 'applied', because: 'unknown engine' });
  });

  it('repairs where nothing is known of the clause', () => {
    expect(select('send-is-refused', [], chromium(60), readOptions({}, []))).toEqual({ decision: 'applied', because: 'chromium 60 is not known to keep it' });
  });

  it('does as the page chooses, whatever was measured', () => {
    for (const version of [59, 60]) {
      expect(decide(chromium(version), { clauses: { 'send-is-refused': 'off' } })).toEqual({ decision: 'off', because: 'option' });
      expect(decide(chromium(version), { clauses: { 'send-is-refused': 'force' } })).toEqual({ decision: 'applied', because: 'option' });
    }
    expect(decide(chromium(60), { clauses: { 'send-is-refused': 'auto' } }).decision).toBe('not-needed');
  });

  it('holds the close event of channels back where it is to be silent', () => {
    const options = { channelClose: 'silent', clauses: { 'channels-fire-close-once': 'off' } } as const;
    expect(decide(chromium(60), options, 'channels-fire-close-once')).toEqual({ decision: 'applied', because: 'option' });
    expect(decide(chromium(60), options).decision).toBe('not-needed');
    expect(decide(chromium(60), { channelClose: 'event' }, 'channels-fire-close-once').decision).toBe('not-needed');
  });

  it("holds the error of channels back where the peer's close is to fire none", () => {
    const options = { peerCloseError: 'none', clauses: { 'peer-close-channels-fire-error': 'off' } } as const;
    expect(decide(chromium(60), options, 'peer-close-channels-fire-error')).toEqual({ decision: 'applied', because: 'option' });
    for (const id of ['send-is-refused', 'channels-fire-close-once'] as const) expect(decide(chromium(60), options, id).decision).toBe('not-needed');
    expect(decide(chromium(60), { peerCloseError: 'event' }, 'peer-close-channels-fire-error').decision).toBe('not-needed');
    expect(decide(chromium(60), { channelClose: 'silent' }, 'peer-close-channels-fire-error').decision).toBe('not-needed');
  });
});
