import { type Fact, type Heard, type Recording, keyOf } from './recording';
import { control } from './seat';
import { ways } from './ways';

/** What a recording says, by subject. */
export type Facts = Record<string, Fact>;

/** What stands between what several calls of one listener saw. */
export const between = ' / ';

/** All that a recording says of single subjects: what it read, and how often and how each event was heard. */
export function factsOf({ facts, heard }: Recording): Facts {
  const all: Facts = {};
  facts.forEach((fact) => {
    all[keyOf(fact)] = fact;
  });
  Object.keys(heard).forEach((group) => {
    if (isInside(group)) {
      insideOf(group, heard[group]!).forEach((fact) => (all[keyOf(fact)] = fact));
      return;
    }
    heard[group]!.forEach(({ object, type, way, when, facets }) => {
      const subject = { part: 'heard' as const, object, member: type, way: wayOf(group, way), when };
      const add = (facet: string, change: (before: string | undefined) => string) => {
        const key = keyOf({ ...subject, facet });
        const known = all[key];
        all[key] = { ...subject, facet, value: change(known && known.value) };
      };
      add('times', (before) => String(Number(before || 0) + 1));
      Object.keys(facets).forEach((facet) => add(facet, (before) => (before === undefined ? '' : before + between) + facets[facet]!));
    });
  });
  return all;
}

/** A way of listening in words: what the connection was listened to in besides is said where it was more than that. */
export const wayOf = (group: string, way: string): string => (group === way ? way : way + ' (' + group + ')');

/** Whether the listeners of a group are added inside an event. */
export const isInside = (group: string): boolean => ways.some(({ name, inside }) => name === group && inside);

/** What was added inside an event is measured by what was there in time: which events come later is another question. */
function insideOf(group: string, heard: Heard[]): Fact[] {
  return heard
    .filter(({ way }) => way === control)
    .map(({ object, type, when }) => {
      const times = (label: string) => heard.filter((one) => one.way === label && one.object === object && one.type === type && one.when === when).length;
      const share = (label: string) => label + ' ' + (times(label) === times(control) ? 'all' : times(label) ? 'some' : 'none');
      return { part: 'heard', object, member: type, way: group, when, facet: 'heard of it', value: share('listener') + ', ' + share('handler') };
    });
}
