/** A command line that can't be obeyed. Its message is for the one who typed it: what was given, and what was expected in its place. */
export class UsageError extends Error {
  /**
   * @param {string} given as it was typed, such as `--port x`
   * @param {string} expected such as `a number from 0 to 65535`
   * @param {ErrorOptions} [options]
   */
  constructor(given, expected, options) {
    super(`${given}: expected ${expected}`, options);
  }
}
