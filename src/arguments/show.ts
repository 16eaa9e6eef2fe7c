import { attempt } from './attempt';

const { toString } = Object.prototype;

/** A value in an error's text: a string in quotes, an object by its kind, such as `[object HTMLIFrameElement]`. */
export function show(value: unknown): string {
  if (typeof value === 'string') return '"' + value + '"';
  // A Proxy may have been revoked.
  return attempt(() => (value === Object(value) ? (toString.call(value) as string) : String(value))) || 'an object';
}
