import { oldEngines } from '../../build-flags';
import { type Arguments, type Method, define, ownDescriptor } from '../engine/intrinsics';

/**
 * A function that looks like `native` (name, length, not a constructor) and does `behave`.
 * An accessor is the one function without `[[Construct]]` that ES5 syntax can write.
 */
export function shapedLike(native: Method, behave: (self: object, args: Arguments) => unknown): Method {
  const shaped = ownDescriptor(
    {
      get ours() {
        return behave(this, arguments);
      },
    },
    'ours',
  )!.get as Method;
  const shape = () => define(define(shaped, 'name', { value: native.name }), 'length', { value: native.length }) as Method;
  if (!oldEngines) return shape();
  try {
    return shape();
  } catch {
    // Chromium below 43 and Gecko below 38: a function's name and length are fixed. Pages tell the callback form by the length.
    return ofLength(behave)[native.length] || shaped;
  }
}

/* eslint-disable @typescript-eslint/no-unused-vars -- their number is what counts */
const ofLength = (behave: (self: object, args: Arguments) => unknown): (Method | undefined)[] => [
  undefined,
  function (this: object, _1: never) {
    return behave(this, arguments);
  },
  function (this: object, _1: never, _2: never) {
    return behave(this, arguments);
  },
  function (this: object, _1: never, _2: never, _3: never) {
    return behave(this, arguments);
  },
];
