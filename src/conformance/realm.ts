/** A window as the suite uses it: whatever of it an engine has. */
export interface Page {
  // The suite asks each engine for what it has, under names that no one library declares together.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  [name: string]: any;
}

/** The connection constructor of a realm, prefixed or not. */
export function connectionConstructor(page: Page): (new (configuration?: object) => RTCPeerConnection) | undefined {
  return page.RTCPeerConnection || page.webkitRTCPeerConnection || page.mozRTCPeerConnection;
}

/** Waits for a time, in milliseconds. Used to see that nothing happens; never to wait for something. */
export const pass = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until a condition holds. @throws Error, of the given name if any, that says what did not come within ten seconds. */
export async function until(what: string, condition: () => unknown, errorName?: string): Promise<void> {
  const end = Date.now() + 10000;
  while (!condition()) {
    if (Date.now() > end) {
      const error = new Error(what + ' did not come within 10 s');
      if (errorName) error.name = errorName;
      throw error;
    }
    await pass(5);
  }
}

/** Keeps the thread busy for a time, in milliseconds: what arrives meanwhile is queued. */
export function occupy(milliseconds: number): void {
  for (const end = Date.now() + milliseconds; Date.now() < end; );
}

/**
 * Waits for a time, in milliseconds, in which the thread was free. It is counted in short steps, and one that something else kept busy counts as
 * no more than any other: what comes late in an engine that has other scenes to set comes within it all the same.
 */
export async function passFreely(milliseconds: number): Promise<void> {
  for (let rest = milliseconds; rest > 0; rest -= STEP) await pass(STEP);
}

const STEP = 25;

/** What a question answers, or how it threw. */
export function answer(question: () => unknown): string {
  try {
    const value = question() as { type?: string; length?: number } | null | undefined;
    if (value === null || typeof value !== 'object') return String(value);
    return String(typeof value.length === 'number' ? value.length : value.type || 'object');
  } catch (error) {
    return 'throws ' + nameOf(error);
  }
}

/** The name of what was thrown. */
export const nameOf = (error: unknown): string => String((error && (error as Error).name) || error);
