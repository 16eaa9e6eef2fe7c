/** What happened, line by line. */
export const log: string[] = [];

/** Adds a line, and tells whoever shows them. */
export function write(line: string): void {
  log.push(line);
  dispatchEvent(new Event('log'));
}
