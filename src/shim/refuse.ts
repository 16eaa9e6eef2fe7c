import { likeness } from '../arguments/likeness';
import { show } from '../arguments/show';

/** Ends `install()` with what is wrong about what it was given. @throws TypeError */
export function refuse(text: string): never {
  throw new TypeError('rtc-close-shim: install(): ' + text);
}

/** @throws TypeError where a value is none of those that are allowed; they are listed, what is most like it first. */
export function demand(what: string, value: unknown, allowed: readonly unknown[]): void {
  const like = (one: unknown) => likeness(show(value), show(one));
  if (allowed.indexOf(value) < 0) {
    refuse(what + ' is ' + show(value) + '; allowed: ' + allowed.slice().sort((one, other) => like(other) - like(one)).map(show).join(', '));
  }
}
