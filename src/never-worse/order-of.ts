import { isInside, wayOf } from './facts-of';
import { type Fact, type Recording, keyOf } from './recording';

interface Place {
  what: string;
  way: string;
  when: string;
}

/** Which of two things was heard first, for each pair that one can tell an order of: heard in the same way, or of the same event. */
export function orderOf({ heard }: Recording): Record<string, Fact> {
  const all: Record<string, Fact> = {};
  Object.keys(heard).forEach((group) => {
    if (isInside(group)) return;
    const places: Place[] = [];
    const known: Record<string, boolean> = {};
    heard[group]!.forEach(({ object, type, way, when }) => {
      const what = object + ' ' + type;
      const key = [what, way, when].join('|');
      if (!known[key]) places.push({ what, way: wayOf(group, way), when });
      known[key] = true;
    });
    places.forEach((first, i) => places.slice(i + 1).forEach((second) => add(all, first, second)));
  });
  return all;
}

function add(all: Record<string, Fact>, first: Place, second: Place): void {
  if (first.when !== second.when || (first.way !== second.way && first.what !== second.what)) return;
  const isOfWays = first.what === second.what;
  const name = ({ what, way }: Place) => (isOfWays ? way : what);
  const [a, b] = name(first) < name(second) ? [first, second] : [second, first];
  const fact: Fact = {
    part: 'order',
    object: a.what,
    member: isOfWays ? '' : b.what,
    way: isOfWays ? a.way + ' and ' + b.way : a.way,
    when: a.when,
    facet: 'order',
    value: a === first ? 'before' : 'after',
  };
  all[keyOf(fact)] = fact;
}
