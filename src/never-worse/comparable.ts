import { reached } from './moment';
import type { Recording } from './recording';

/** Whether the page came to act in a recording, in one group of ways; a moment that does not say so has it act always. */
const actsIn = (group: string, { facts }: Recording): string =>
  facts.filter(({ facet, way }) => facet === reached && way === group).map(({ value }) => value)[0] || 'true';

const without = (groups: string[], recording: Recording): Recording => {
  const heard: Recording['heard'] = {};
  Object.keys(recording.heard).forEach((group) => {
    if (groups.indexOf(group) < 0) heard[group] = recording.heard[group]!;
  });
  return { ...recording, heard, facts: recording.facts.filter(({ way, facet }) => facet === reached || groups.indexOf(way) < 0) };
};

/** The groups of ways in which the page did not come to act in every run: what follows is then another moment. */
export function notComparable(recordings: readonly Recording[]): string[] {
  const groups = Object.keys(recordings[0]!.heard);
  return groups.filter((group) => recordings.some((each) => actsIn(group, each) !== actsIn(group, recordings[0]!)));
}

/** The recordings without what can't be compared. */
export const comparable = (recordings: readonly Recording[], groups: string[]): Recording[] => recordings.map((each) => without(groups, each));
