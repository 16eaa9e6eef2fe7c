const { toString } = Object.prototype;

/** A value in an error's text: a string in quotes, an object by its kind, such as `[object HTMLIFrameElement]`. */
export function show(value: unknown): string {
  if (typeof value === 'string') return '"' + value + '"';
  try {
    return value === Object(value) ? toString.call(value) : String(value);
  } catch {
    // A Proxy that has been revoked.
    return 'an object';
  }
}
