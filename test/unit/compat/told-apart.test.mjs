import { describe, expect, it } from 'vitest';
import { toldApart } from '../../../src/compat/told-apart.mjs';

// Signs of Chromium: at 90 and 154.
describe('toldApart', () => {
  it.each(/** @type {[string, [number, number][], number[], [number, number][]][]} */ ([
    ['leaves what is kept between two signs', [[92, 138]], [88, 92, 115, 138, 156], [[92, 138]]],
    ['joins over a sign', [[92, 156]], [88, 92, 115, 138, 156], [[92, 156]]],
    ['takes out what no sign tells from what breaks', [[115, 156]], [88, 92, 115, 138, 156], [[156, 156]]],
    ['joins no ranges that had a gap', [[92, 115], [138, 156]], [92, 115, 138, 156], [[92, 115], [138, 156]]],
    ['knows of nothing that was not measured', [[92, 138]], [92, 138, 156], [[92, 138]]],
    ['leaves nothing of nothing', [], [92], []],
  ]))('%s', (_what, ranges, measured, left) => expect(toldApart(ranges, measured, 'chromium')).toEqual(left));

  it('has one side where there are no signs', () => {
    expect(toldApart([[17, 18]], [16, 17, 18], 'safari')).toEqual([]);
    expect(toldApart([[17, 18]], [17, 18], 'safari')).toEqual([[17, 18]]);
  });
});
