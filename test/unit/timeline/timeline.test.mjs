import { describe, expect, it } from 'vitest';
import { deviations } from '../../../src/timeline/deviations.mjs';
import { drawTimelines } from '../../../src/timeline/draw-timelines.mjs';
import { BAR, EDGE, layoutFor } from '../../../src/timeline/layout-for.mjs';
import { judgeEvents, owedEvents } from '../../../src/timeline/judge-events.mjs';
import { placeMarks } from '../../../src/timeline/place-marks.mjs';
import { timelineOf } from '../../../src/timeline/timeline.mjs';
import { timeScale } from '../../../src/timeline/time-scale.mjs';
import { wrapWords } from '../../../src/timeline/wrap-words.mjs';
import { html } from '../../lab/html.mjs';
import { fakeRecording } from '../lab/fake-runs.mjs';

const right = ['received track audio|ended|4|after|ended', 'channel first|close|5|after|closed', 'channel second|close|5|after|closed'];
const judged = (/** @type {string[]} */ ...heard) => judgeEvents(fakeRecording(heard)).map(({ target, type, judgement, turn }) => [target, type, judgement, turn].filter(Boolean).join(' '));

describe('judgeEvents', () => {
  it('takes a listener and a handler for one event', () => {
    expect(judged(...right)).toEqual(['received track audio ended owed', 'channel first close owed 1', 'channel second close owed 2']);
  });
  it('sees strays, and what comes a second time', () => {
    expect(judged('channel first|closing|5|after|closing', ...right, 'channel first|close|6|after|closed')).toEqual([
      'channel first closing stray', 'received track audio ended owed', 'channel first close owed 1', 'channel second close owed 2', 'channel first close stray']);
  });
  it('counts as stray what fires inside close(), or in a wrong state', () => {
    expect(judged('channel first|close|1|inside|closed')).toEqual(['channel first close stray 1']);
    expect(judged('channel first|close|5|after|open')).toEqual(['channel first close stray 1']);
  });
  it('sees a channel that does not wait for its turn', () => {
    expect(judged('channel second|close|5|after|closed', 'channel first|close|5|after|closed')).toEqual(['channel second close out-of-turn 1', 'channel first close owed 2']);
  });
  it('owes nothing to a channel that was closed before', () => {
    const { before } = fakeRecording([]);
    expect(owedEvents({ before: { ...before, 'channel first.readyState': 'closed' } })).toEqual(['channel second close', 'received track audio ended']);
  });
});

describe('timelineOf', () => {
  const { lanes, took, inside, last } = timelineOf(fakeRecording(['connection|signalingstatechange|1.5|inside|closed', 'channel first|closing|5|after|closing', 'channel first|close|6|after|closed']));
  const lane = (/** @type {string} */ name) => lanes.find((one) => one.name === name);

  it('has a lane for each target, in kinds', () => {
    expect(lanes.map(({ name, kind }) => `${kind}: ${name}`)).toEqual(['connection: connection', 'channels: channel first', 'channels: channel second', 'tracks: received track audio']);
  });
  it('shows how long a state was read', () => {
    expect(lane('channel first')?.spans).toEqual([
      { from: 0, to: 5, state: 'open', tone: 'bad' }, { from: 5, to: 6, state: 'closing', tone: 'bad' }, { from: 6, to: Infinity, state: 'closed', tone: 'good' }]);
    expect(lane('received track audio')?.spans).toEqual([{ from: 0, to: Infinity, state: 'live', tone: 'plain' }]);
  });
  it('tells what was owed and never came', () => {
    expect(lane('channel first')?.missing).toEqual([]);
    expect(lane('channel second')?.missing).toEqual(['close']);
    expect(lane('received track audio')?.missing).toEqual(['ended']);
  });
  it('knows the times', () => {
    expect({ took, inside, last }).toEqual({ took: 1, inside: 1.5, last: 6 });
  });
  it('misses nothing in what is not over yet', () => {
    const { before, atOnce, took, heard } = fakeRecording([]);
    const { lanes: soFar } = timelineOf({ before, atOnce, took, heard });
    expect(soFar.map(({ missing, reads: { later } }) => [missing, later])).toEqual(Array(4).fill([[], '']));
  });
  it('shows the one state of a connection that is not closed', () => {
    const recording = fakeRecording([]);
    const timeline = timelineOf({ ...recording, atOnce: { ...recording.atOnce, 'connection.iceConnectionState': 'connected' } });
    expect(timeline.lanes[0]?.reads.atOnce).toBe('connected');
  });
});

describe('layoutFor', () => {
  it.each([1280, 768, 390])('keeps the tags of the bars clear of a mark at 0 ms, %d px wide', (width) => {
    const { tagAt, zero } = layoutFor(width, []);
    expect(tagAt + 2 * EDGE).toBeLessThanOrEqual(zero - BAR);
  });
});

describe('timeScale', () => {
  it('keeps apart what is early, and has room for what is late', () => {
    const { x, end } = timeScale(320, 100, 1100);
    expect(x(0)).toBe(100);
    expect(x(end)).toBe(1100);
    expect(x(1) - x(0)).toBeGreaterThan(20);
    expect(x(320)).toBeLessThan(1100);
  });
  it('has ticks within its end, also with nothing on it', () => {
    expect(timeScale(0, 0, 1000).ticks).toEqual([0, 1, 2, 5, 10]);
    expect(timeScale(320, 0, 1000).ticks.at(-1)).toBe(200);
  });
});

describe('timeScale of a narrow page', () => {
  it('leaves out ticks that would run into each other', () => {
    expect(timeScale(0, 0, 100).ticks).toEqual([0, 5, 10]);
  });
});

describe('placeMarks', () => {
  const marksAt = (/** @type {number[]} */ ...times) => judgeEvents(fakeRecording(times.map((at) => `channel first|closing|${at}|after|open`)));
  const place = (/** @type {number[]} */ ...times) => placeMarks(marksAt(...times), (at) => at * 10, { from: 0, to: 1000 });
  const xs = (/** @type {ReturnType<typeof place>[number] | undefined} */ group) => group?.marks.map(({ x }) => x);

  it('lets marks that would overlap share a label', () => {
    const [group, ...others] = place(5, 5.04, 6);
    expect(others).toEqual([]);
    expect(xs(group)).toEqual([50, 68, 86]);
    expect(group?.time).toBe('5–6 ms');
  });
  it('keeps others at their time', () => {
    expect(place(5, 50).map(({ marks, time }) => [marks[0]?.x, time])).toEqual([[50, '5 ms'], [500, '50 ms']]);
  });
  it('labels on the left at the edge', () => {
    expect(place(98)[0]?.label).toEqual({ x: 965, anchor: 'end' });
  });
  it('keeps marks within the edge', () => {
    expect(xs(place(99, 99.5, 100)[0])).toEqual([955, 973, 991]);
  });
  it('joins a label at the edge to the marks that it would run over', () => {
    const groups = place(80, 93, 99, 99.5);
    expect(groups).toHaveLength(1);
    expect(xs(groups[0])).toEqual([800, 818, 836, 854]);
  });
  it('says less where there is less room, and nothing where there is none', () => {
    const marks = judgeEvents(fakeRecording(['channel first|bufferedamountlow|9|after|open', 'channel first|closing|9|after|open']));
    const within = (/** @type {number} */ from) => placeMarks(marks, (at) => at * 10, { from, to: 200 })[0];
    expect(within(-230)).toMatchObject({ names: true, time: '9 ms', label: { anchor: 'end' } });
    expect(within(-140)).toMatchObject({ names: true, time: '', label: { anchor: 'end' } });
    expect(within(0)).toMatchObject({ names: false, time: '' });
    expect(placeMarks(marks, (at) => at * 10, { from: 60, to: 140 })[0]?.label).toBe(undefined);
  });
});

describe('deviations', () => {
  it('says in plain words what is wrong', () => {
    expect(deviations(timelineOf(fakeRecording(['channel first|closing|5|after|closing', 'channel first|close|6|after|closed'])))).toBe(
      'two objects do not read closed yet, one event that should not be, two events that never come');
    expect(deviations(timelineOf(fakeRecording(right, { atOnce: fakeRecording([]).later })))).toBe('everything reads closed at once, and nothing fires but what should');
  });
});

describe('drawTimelines', () => {
  const drawings = [{ heading: 'Native', tag: 'native', finding: 'one event that should not be', timeline: timelineOf(fakeRecording(['channel first|closing|5|after|closing'])) }, { heading: 'With the shim', tag: 'shim', finding: 'comes next' }];
  const drawn = (/** @type {number} */ width) => html`${drawTimelines({ id: 'a', title: 't', description: 'd', width }, drawings)}`.text;

  it('has a bar of each timeline for each object, and a place for one that is to come', () => {
    const svg = drawn(1200);
    expect(svg.match(/class="tag"/g)).toHaveLength(2 * 5);
    expect(svg.match(/class="lane"/g)).toHaveLength(5);
    expect(svg).toContain('returns after 1 ms');
    expect(svg).not.toMatch(/NaN|undefined/);
  });
  it('keeps how long close() took within the drawing', () => {
    const slow = { ...fakeRecording([]), took: 30 };
    const drawn30 = html`${drawTimelines({ id: 'a', title: 't', description: 'd', width: 360 }, [{ heading: 'Native', tag: 'native', finding: 'f', timeline: timelineOf(slow) }])}`.text;
    const [, x, anchor] = /class="event" x="([\d.]+)" y="[\d.]+" text-anchor="(\w+)">returns after 30 ms/.exec(drawn30) ?? [];
    expect(anchor).toBe('end');
    expect(Number(x)).toBeLessThan(358);
  });
  it('puts the words of an object above its bars on a narrow page', () => {
    expect(drawn(1200)).toMatch(/before → at once<[^]*later</);
    expect(drawn(360)).not.toContain('>later<');
  });
});

describe('wrapWords', () => {
  it('breaks between words', () => {
    expect(wrapWords('Native: six objects do not read closed yet', 200)).toEqual(['Native: six objects do', 'not read closed yet']);
  });
});
