import { attempt, describe } from './describe';
import { ownNames } from './own-names';
import type { Seat } from './seat';

type Members = Record<string, unknown>;

/** What each member read when it was first read: what later reads another object is told by it. */
const firstReadings = new WeakMap<object, Members>();

function readingsOf(object: object): Members {
  const known = firstReadings.get(object) || {};
  firstReadings.set(object, known);
  return known;
}

/** What the shim puts on prototypes where it is: its mark, and members that every event target has. */
export const ofTheShim = /^\(rtc-close-shim\)$|^(addEventListener|when)$/;

const isObject = (value: unknown): boolean => !!value && (typeof value === 'object' || typeof value === 'function');

/** Reads every member of every object twice, and notes the value and whose it is. */
export function readMembers(seat: Seat, when: string): void {
  Object.keys(seat.objects).forEach((name) => {
    const object = seat.objects[name]! as unknown as Members;
    const first = readingsOf(object);
    const note = (member: string, facet: string, value: string) => seat.facts.push({ part: 'read', object: name, member, way: '', when, facet, value });
    ownNames(object).filter((member) => !ofTheShim.test(member)).forEach((member) => {
      note(member, 'value', attempt(() => object[member]));
      try {
        const value = object[member];
        if (isObject(value)) note(member, 'read again', value === object[member] ? 'the same' : 'another');
        if (isObject(value) && typeof value === 'object' && first[member]) note(member, 'compared with before', value === first[member] ? 'the same' : 'another');
        first[member] = first[member] || value;
      } catch {
        // That it throws is its value.
      }
    });
    note('', 'interface', describe(object));
    note('', 'keys', Object.keys(object).join(', '));
    note('', 'constructor', attempt(() => (object.constructor as { name?: string }).name));
    note('', 'instance', attempt(() => object instanceof (seat.realm.page[describe(object)] as () => void)));
  });
}
