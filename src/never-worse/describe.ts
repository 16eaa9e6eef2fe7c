const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

/** Says a string whole if it is a word of an enumeration; what else there is differs from run to run. */
const text = (value: string): string => (/^[a-z-]{0,24}$/.test(value) || /^(audio|video)\//.test(value) ? '"' + value + '"' : 'a string');

const fields = (value: object, depth: number): string =>
  Object.keys(value)
    .map((name) => name + ': ' + describe((value as Record<string, unknown>)[name], depth - 1))
    .join(', ');

/** What a value is, in words that are the same in every run that goes the same. */
export function describe(value: unknown, depth = 2): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return value % 1 === 0 && Math.abs(value) < 1000 ? String(value) : 'a number';
  if (typeof value === 'function') return 'a function';
  if (value === null || typeof value !== 'object') return String(value);
  const tag = tagOf(value);
  if (tag === 'Array') return '[' + (value as unknown[]).map((each) => (depth ? describe(each, depth - 1) : '…')).join(', ') + ']';
  return tag === 'Object' ? (depth ? '{' + fields(value, depth) + '}' : '{…}') : tag;
}

/** What was thrown: its name, and whose it is where it is nobody's own. */
export const describeError = (error: unknown): string =>
  error instanceof Object || typeof error === 'object' ? String(error && (error as Error).name) : describe(error);

/** What a call gives, or how it throws. */
export function attempt(call: () => unknown, inWords: (value: unknown) => string = describe): string {
  try {
    return inWords(call());
  } catch (error) {
    return 'throws ' + describeError(error);
  }
}
