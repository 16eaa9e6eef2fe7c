import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/never-worse/judge';
import { type Moment, reached } from '../../../src/never-worse/moment';
import type { Recording } from '../../../src/never-worse/recording';
import { heard, localClose, read, recording } from './recordings';

const between = (natives: Recording[], shimmeds: Recording[], moment: Moment = localClose) => judge(moment, natives, shimmeds);

const close = recording(heard('channel first', 'close'));
const nothing = recording();

describe('what is heard', () => {
  it('natively and not with the shim is a loss, named by object, event, way and moment', () => {
    expect(between([close, close], [nothing]).losses).toEqual([
      { moment: 'a local close', part: 'heard', objects: ['channel first'], members: ['close'], ways: ['listener'], when: 'after close()', facet: 'times', native: ['1'], shimmed: ['0'] },
    ]);
  });

  it('more often with the shim is a loss', () => {
    const twice = recording(heard('channel first', 'close'), heard('channel first', 'close'));
    expect(between([close, close], [twice]).losses).toMatchObject([{ native: ['1'], shimmed: ['2'] }]);
  });

  it('in another order is a loss', () => {
    const ended = heard('received track audio', 'ended');
    const inactive = heard('stream 0', 'inactive');
    expect(between([recording(ended, inactive), recording(ended, inactive)], [recording(inactive, ended)]).losses).toMatchObject([
      { part: 'order', objects: ['received track audio ended'], members: ['stream 0 inactive'], native: ['before'], shimmed: ['after'] },
    ]);
  });

  it('by the ways to listen in another order is a loss', () => {
    const inBoth = (...ways: string[]): Recording => ({ facts: [], heard: { both: ways.map((way) => heard('channel first', 'close', { way })) }, skipped: [] });
    expect(between([inBoth('listener', 'handler')], [inBoth('handler', 'listener')]).losses).toMatchObject([{ part: 'order', native: ['after'], shimmed: ['before'] }]);
  });

  it('as another event is a loss', () => {
    const untrusted = recording(heard('received track audio', 'ended', { facets: { isTrusted: 'false' } }));
    expect(between([recording(heard('received track audio', 'ended'))], [untrusted]).losses).toMatchObject([{ facet: 'isTrusted', native: ['true'], shimmed: ['false'] }]);
  });

  it('as often, in the same order and in the same way is none', () => {
    expect(between([close, close], [close])).toEqual({ losses: [], allowed: [], races: [], skipped: [] });
  });

  describe('by listeners that were added inside an event', () => {
    const group = "in a track's ended";
    const inside = (...ways: [object: string, way: string][]): Recording => ({ facts: [], heard: { [group]: ways.map(([object, way]) => heard(object, 'close', { way })) }, skipped: [] });
    const all: [string, string][] = ['control', 'listener', 'handler'].map((way) => ['channel first', way]);

    it('is measured by what was there in time: less than natively is a loss', () => {
      expect(between([inside(...all)], [inside(...all.slice(0, 2))]).losses).toMatchObject([
        { objects: ['channel first'], ways: [group], native: ['listener all, handler all'], shimmed: ['listener all, handler none'] },
      ]);
      expect(between([inside(...all)], [inside(...all)]).losses).toEqual([]);
    });

    it('is none where all events but this one had come before', () => {
      expect(between([inside()], [inside(...all)]).losses).toEqual([]);
      expect(between([inside(...all)], [inside()]).losses).toEqual([]);
    });
  });

  it('is merged over ways, objects and members', () => {
    const all = ['handler', 'listener'].flatMap((way) => ['first', 'second'].map((name) => heard(`channel ${name}`, 'close', { way })));
    const groups: Recording = { facts: [], heard: { both: all }, skipped: [] };
    expect(between([groups], [{ ...groups, heard: { both: [] } }]).losses).toMatchObject([{ objects: ['channel first', 'channel second'], ways: ['handler (both)', 'listener (both)'] }]);
  });
});

describe('a race of the engine', () => {
  it('is named, and no loss', () => {
    const twice = recording(heard('channel first', 'close'), heard('channel first', 'close'));
    expect(between([close, twice], [recording(...Array.from({ length: 3 }, () => heard('channel first', 'close')))])).toMatchObject({ losses: [], races: ['channel first close after close()'] });
  });

  it('of which the shim takes all away is a loss', () => {
    const twice = recording(heard('channel first', 'close'), heard('channel first', 'close'));
    expect(between([close, twice], [nothing]).losses).toMatchObject([{ shimmed: ['0'] }]);
  });

  it('in one way of listening is one in the others', () => {
    const inTwo = (one: number, other: number): Recording => ({
      facts: [],
      heard: { one: Array.from({ length: one }, () => heard('ice transport', 'statechange', { way: 'one' })), other: Array.from({ length: other }, () => heard('ice transport', 'statechange', { way: 'other' })) },
      skipped: [],
    });
    expect(between([inTwo(1, 1), inTwo(2, 1)], [inTwo(1, 2)], { ...localClose, closes: 'nobody' }).losses).toEqual([]);
  });

  it('seen in some of the shimmed runs alone is named among the races', () => {
    expect(between([close, close, close], [close, close, nothing])).toMatchObject({ losses: [], races: ['channel first close after close()'] });
  });
});

describe('a clause', () => {
  it('is named where it allows a difference', () => {
    const error = recording(heard('channel first', 'error'), heard('channel first', 'close'));
    expect(between([error], [close])).toMatchObject({ losses: [], allowed: [{ members: ['error'], clause: 'channels-fire-nothing-else' }] });
  });

  it('allows readings of a closed connection', () => {
    expect(between([read('readyState', '"open"')], [read('readyState', '"closed"')])).toMatchObject({ losses: [], allowed: [{ clause: 'channels-read-closed' }] });
    expect(between([read('label', '"first"')], [read('label', '""')])).toMatchObject({ losses: [{ members: ['label'] }], allowed: [] });
  });
});

describe('a page that does not come to act in each run', () => {
  const acts = (value: string, all: Recording): Recording => ({ ...all, facts: [{ part: 'page', object: 'channel first', member: 'error', way: 'listener', when: 'since the peer closed', facet: reached, value }] });
  const both: Moment = { ...localClose, closes: 'both' };

  it('is not compared, and named as skipped', () => {
    const { losses, allowed, skipped } = between([acts('false', close)], [acts('true', nothing)], both);
    expect(losses).toEqual([]);
    expect(allowed).toMatchObject([{ clause: 'peer-close-channels-fire-error' }]);
    expect(skipped).toHaveLength(1);
  });

  it('natively and not with the shim is a loss', () => {
    expect(between([acts('true', close)], [acts('false', nothing)], both).losses).toMatchObject([{ facet: reached }]);
  });
});

describe('the console', () => {
  const speaks = (value: string): Recording => ({ ...nothing, facts: value ? [{ part: 'page', object: 'console', member: 'deprecation', way: '', when: 'at any time', facet: 'said', value }] : [] });

  it('that the shim makes speak is a loss, and one that it keeps silent is none', () => {
    expect(between([speaks('')], [speaks('yes')]).losses).toMatchObject([{ objects: ['console'], native: ['no'], shimmed: ['yes'] }]);
    expect(between([speaks('yes')], [speaks('')]).losses).toEqual([]);
  });
});
