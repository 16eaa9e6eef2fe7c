import { type Arguments, type Method, defineProperty, getOwnPropertyDescriptor } from './natives';

/**
 * A function that looks like `native` (name, length, not a constructor) and does `behave`.
 * An accessor is the one function without `[[Construct]]` that ES5 syntax can write.
 */
export function shapedLike(native: Method, behave: (self: object, args: Arguments) => unknown): Method {
  const shaped = getOwnPropertyDescriptor(
    {
      get ours() {
        return behave(this, arguments);
      },
    },
    'ours',
  )!.get as Method;
  try {
    defineProperty(shaped, 'name', { value: native.name, configurable: true });
    defineProperty(shaped, 'length', { value: native.length, configurable: true });
  } catch {
    // Chromium below 43 and Gecko below 38: a function's name and length are fixed.
  }
  return shaped;
}
