import type { Behaviour } from './behaviour';
import type { Events } from './events';
import { asNative } from './native-text';

/** An interface of a replayed realm. */
export interface Interface {
  prototype: object;
  /** The attributes that its instances carry themselves. */
  onInstances: PropertyDescriptorMap;
}

/** What makes the interfaces of a realm and the objects of them. */
export interface Interfaces {
  /** Makes an interface of the getters, setters and methods of `members`, and of a handler for each type of event. */
  define(name: string, members: object & ThisType<object>, eventTypes?: readonly string[], construct?: (args: unknown[], self: object) => object): Interface;
  /** Makes an object of an interface that stands for `model`. */
  make(of: Interface, model: object): object;
  /** What an object stands for. @throws TypeError for what is no object of this realm. */
  modelOf(face: object): never;
}

/** Begins the interfaces of a realm. */
export function createInterfaces(behaviour: Behaviour, events: Events): Interfaces {
  const models = new WeakMap<object, object>();
  return {
    define(name, members, eventTypes = [], construct) {
      const interfaceObject = function (this: object, ...args: unknown[]) {
        if (!construct) throw new TypeError('Illegal constructor');
        return construct(args, this);
      };
      const isTarget = !behaviour.lacks.includes(`${name}.addEventListener`);
      const prototype = Object.create(isTarget ? events.EventTarget.prototype : Object.prototype) as object;
      const onInstances: PropertyDescriptorMap = {};
      const all: PropertyDescriptorMap = Object.getOwnPropertyDescriptors(members);
      for (const type of eventTypes) all['on' + type] = events.handlerAttribute(type);
      for (const [member, descriptor] of Object.entries(asNative(all))) {
        if (behaviour.lacks.includes(`${name.replace(/^(webkit|moz)/, '')}.${member}`)) continue;
        const isAttribute = descriptor.get !== undefined;
        Object.defineProperty(behaviour.attributesOnInstances && isAttribute ? onInstances : prototype, member, { ...descriptor, enumerable: true });
      }
      Object.defineProperty(prototype, 'constructor', { value: interfaceObject, writable: true, configurable: true });
      if (behaviour.frozen) Object.freeze(prototype);
      Object.defineProperty(interfaceObject, 'name', { value: name, configurable: true });
      return Object.assign(interfaceObject, { prototype, onInstances: attributesOf(onInstances) });
    },
    make(of, model) {
      const bare = Object.create(of.prototype) as object;
      const face = Object.keys(of.onInstances).length ? withOwnAttributes(bare, of.onInstances) : bare;
      models.set(face, model);
      return face;
    },
    modelOf(face) {
      const model = models.get(face);
      if (!model) throw new TypeError('Illegal invocation');
      return model as never;
    },
  };
}

/** The accessors of a holder as they are to be defined. */
function attributesOf(holder: object): PropertyDescriptorMap {
  const attributes: PropertyDescriptorMap = {};
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
    attributes[name] = { ...(descriptor as PropertyDescriptor), configurable: true };
  }
  return attributes;
}

/** An object whose attributes look like data properties of its own and behave like accessors: Chromium below 43. */
function withOwnAttributes(bare: object, attributes: PropertyDescriptorMap): object {
  Object.defineProperties(bare, attributes);
  const face: object = new Proxy(bare, {
    getOwnPropertyDescriptor(target, name) {
      const own = Reflect.getOwnPropertyDescriptor(target, name);
      const attribute = typeof name === 'string' ? attributes[name] : undefined;
      if (!own?.get || own.get !== attribute?.get) return own;
      return { value: own.get.call(face) as unknown, writable: true, enumerable: true, configurable: true };
    },
    // An ordinary [[Set]] would ask the trap above, and take an attribute for data.
    set(target, name, value) {
      const own = Reflect.getOwnPropertyDescriptor(target, name);
      if (own?.set) own.set.call(face, value);
      else if (!own?.get) return Reflect.set(target, name, value);
      return true;
    },
  });
  return face;
}
