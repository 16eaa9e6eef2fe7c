import type { Moment } from '../../../src/never-worse/moment';
import type { Heard, Recording } from '../../../src/never-worse/recording';

/** A moment in which the page closes its connection. */
export const localClose: Moment = { name: 'a local close', closes: 'here', act: () => undefined };

/** One event, heard by a listener after close(). */
export const heard = (object: string, type: string, more: Partial<Heard> = {}): Heard => ({ object, type, way: 'listener', when: 'after close()', facets: { isTrusted: 'true' }, ...more });

/** A recording of what was heard in one way. */
export const recording = (...all: Heard[]): Recording => ({ facts: [], heard: { listener: all }, skipped: [] });

/** A recording of a member that was read, or called. */
export const read = (member: string, value: string, more: Partial<Recording['facts'][number]> = {}): Recording => ({
  facts: [{ part: 'read', object: 'channel first', member, way: '', when: 'at once', facet: 'value', value, ...more }],
  heard: {},
  skipped: [],
});
