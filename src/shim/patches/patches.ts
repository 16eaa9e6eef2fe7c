import { knownFunctions } from '../engine/native-functions';
import { forwardingFunction } from './forwarding-function';
import { type Arguments, type Method, add, apply, attempt, bare, define, ownDescriptor, getPrototypeOf, weakMap } from '../engine/intrinsics';

/** What is done in front of `next`, the member that was there. */
export type Wrapper = (next: Method, self: object, args: Arguments) => unknown;

/** What one install has changed on live prototypes, and the way back. */
export interface Patches {
  /**
   * Puts `behave` in front of a member of `owner`, if it has it: its method, getter or setter.
   * @throws TypeError where the member cannot be redefined.
   */
  wrap(owner: object, name: string, part: 'value' | 'get' | 'set', behave: Wrapper): void;
  /** Names `value` on `owner` where nothing has that name yet. */
  addName(owner: object, name: string, value: unknown): void;
  /** Whether it has not been taken back. */
  isActive(): boolean;
  /** Takes back all that is still on top; what a foreign layer covers passes through. True when all is native. */
  undo(): boolean;
}

const isUndone = () => true;

/** What is to be taken back, by what it was done for. */
const lists = weakMap<(() => unknown)[]>();

/** Begins patches, which take back with them what earlier ones of the same owner had to leave under a foreign layer. */
export function createPatches(owner: object = {}): Patches {
  let active = true;
  const undos = lists.get(owner) || [];
  lists.set(owner, undos);

  /** Replaces one part of a member, or adds it. */
  const redefine = (owner: object, name: string, part: 'value' | 'get' | 'set', ours: unknown) => {
    const own = ownDescriptor(owner, name);
    // What is not named stays as it is. An inherited method goes on being listed; a new name is not.
    const after = bare<PropertyDescriptor>(own ? {} : { configurable: true, enumerable: name in owner, writable: true });
    after[part] = ours as undefined;
    define(owner, name, after);
    add(undos, () => {
      const now = ownDescriptor(owner, name);
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the name came in with the patch
      return now && now[part] === ours && (own ? define(owner, name, own) : delete (owner as Record<string, unknown>)[name]);
    });
  };

  return {
    wrap(owner, name, part, behave) {
      const own = ownDescriptor(owner, name);
      // An inherited method is looked up at each call: a layer that patches it later stays in the chain.
      const next = () => (own ? own[part] : (getPrototypeOf(owner) as Record<string, unknown>)[name]) as Method;
      const native = next();
      if (part === 'value' && typeof native !== 'function' && name in owner) throw new TypeError(name + ' is no method');
      if (!native) return;
      const ours = forwardingFunction(native, (self, args) => (active ? behave : apply)(next(), self, args));
      knownFunctions.set(ours, next);
      redefine(owner, name, part, ours);
    },
    addName(owner, name, value) {
      redefine(owner, name, 'value', value);
    },
    isActive: () => active,
    undo() {
      active = false;
      let native = true;
      for (let i = undos.length; i--; ) {
        // What the page froze meanwhile stays a pass-through.
        if (attempt(undos[i]!)) undos[i] = isUndone;
        else native = false;
      }
      if (native) undos.length = 0;
      return native;
    },
  };
}
