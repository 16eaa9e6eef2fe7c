import { type Fact, type Recording, keyOf } from './recording';

/** What a recording says, by subject. */
export type Facts = Record<string, Fact>;

/** All that a recording says of single subjects: what it read, and how often and how each event was heard. */
export function factsOf({ facts, heard }: Recording): Facts {
  const all: Facts = {};
  facts.forEach((fact) => {
    all[keyOf(fact)] = fact;
  });
  Object.keys(heard).forEach((group) => {
    heard[group]!.forEach(({ object, type, way, when, facets }) => {
      const subject = { part: 'heard' as const, object, member: type, way: wayOf(group, way), when };
      const add = (facet: string, change: (before: string | undefined) => string) => {
        const key = keyOf({ ...subject, facet });
        const known = all[key];
        all[key] = { ...subject, facet, value: change(known && known.value) };
      };
      add('times', (before) => String(Number(before || 0) + 1));
      Object.keys(facets).forEach((facet) => add(facet, (before) => (before === undefined ? '' : before + ' ') + facets[facet]!));
    });
  });
  return all;
}

/** A way of listening in words: what the connection was listened to in besides is said where it was more than that. */
export const wayOf = (group: string, way: string): string => (group === way ? way : way + ' (' + group + ')');
