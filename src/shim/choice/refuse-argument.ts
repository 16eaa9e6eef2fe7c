import { likeness } from '../../arguments/likeness';
import { show } from '../../arguments/show';

/** Ends `install()` with what is wrong about what it was given. @throws TypeError */
export function refuse(what: string, value: unknown, expected: string): never {
  throw new TypeError('rtc-close-shim: install(): ' + what + ' is ' + show(value) + '; expected ' + expected);
}

/** @throws TypeError where a value is none of those that are allowed; they are listed, what is most like it first. */
export function demand(what: string, value: unknown, allowed: readonly unknown[]): void {
  if (allowed.indexOf(value) < 0) {
    refuse(what, value, allowed.map(show).sort((one, other) => likeness(show(value), other) - likeness(show(value), one)).join(', '));
  }
}
