import { attempt } from './attempt';
import { show } from './show';

/** What an option may be: whether a value is that, and what it is called. */
export type Expected<Options> = { [name in keyof Options]-?: [isRight: (value: NonNullable<Options[name]>) => unknown, words: string] };

/** Ends a call with what is wrong about what it was given. @throws TypeError */
export function refuse(call: string, text: string): never {
  throw new TypeError('rtc-close-shim: ' + call + '(): ' + text);
}

/**
 * A copy of the options of a call, each read once. What is undefined or null is not given.
 * @throws TypeError for what is no plain object, for an option that the call does not have, and for a wrong one
 */
export function readOptions<Options extends object>(call: string, given: Options, expected: Expected<Options>): Options {
  const options = {} as Options;
  const names = attempt(() => {
    const own = Object.keys(given) as (keyof Options & string)[];
    own.forEach((name) => (options[name] = given[name]));
    return show(given) === '[object Object]' && own;
  });
  if (!names) return refuse(call, 'the options are ' + show(given) + '; expected a plain object');
  const known = Object.keys(expected);
  names.forEach((name) => {
    if (known.indexOf(name) < 0) refuse(call, 'it has no option ' + show(name) + '; allowed: ' + known.map(show).join(', '));
    const value = options[name];
    const [isRight, words] = expected[name];
    if (value !== undefined && value !== null && !attempt(() => isRight(value as NonNullable<typeof value>))) {
      refuse(call, 'option ' + name + ' is ' + show(value) + '; expected ' + words);
    }
  });
  return options;
}

/** Whether a value is a function. */
export const isFunction = (value: unknown): boolean => typeof value === 'function';
