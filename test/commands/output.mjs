import { duration } from './duration.mjs';

const CLEAR_LINE = '\r\u001b[K';
/** Where no line can be rewritten, one says so often what is under way. */
const STEP_EVERY_MS = 30_000;

/**
 * @typedef {{ write(text: string): unknown, isTTY?: boolean, columns?: number }} Stream
 * @typedef {{ stdout: Stream, stderr: Stream }} Streams
 * @typedef {ReturnType<typeof createOutput>} Output
 */

/**
 * How every command speaks. What was found goes to stdout; how far it is, what was left out and what is wrong, to stderr.
 * @param {string} command as it is typed, such as `npm start`
 * @param {Streams} streams
 * @param {() => number} now milliseconds
 */
export function createOutput(command, { stdout, stderr }, now = Date.now) {
  const start = now();
  /** @type {Map<string, number>} when what is under way began, by its name */
  const begun = new Map();
  let total = 0;
  let finished = 0;
  let spokenAt = start;
  let isLive = false;
  let isJson = false;

  /**
   * @param {Stream} stream
   * @param {string} text
   */
  function write(stream, text) {
    if (isLive) stderr.write(CLEAR_LINE);
    isLive = false;
    spokenAt = now();
    stream.write(`${text}\n`);
  }
  const left = () => (finished && finished < total ? `about ${duration(((now() - start) / finished) * (total - finished))} left` : '');

  return {
    /**
     * Says what was found.
     * @param {string} text
     */
    tell: (text) => write(stdout, text),

    /**
     * Prints what was found for programs: nothing else goes to stdout then.
     * @param {unknown} value
     */
    json(value) {
      isJson = true;
      write(stdout, JSON.stringify(value, undefined, 2));
    },

    /**
     * Says what is to be known besides: what was left out, or is wrong.
     * @param {string} text
     */
    note: (text) => write(stderr, text),

    /**
     * Says how many things there are to do, of which `done()` counts one each.
     * @param {number} things
     */
    expect(things) {
      total = things;
    },

    /**
     * Says what is under way: on a terminal in one line that is rewritten, elsewhere in a line now and then.
     * @param {string} name of the thing
     * @param {string} what
     */
    step(name, what) {
      if (!begun.has(name)) begun.set(name, now());
      const far = total > 1 ? [`${finished} of ${total} done`, left()].filter(Boolean).join(', ') + ' · ' : '';
      const text = `${far}${name}: ${what} …`;
      if (!stderr.isTTY) {
        if (now() - spokenAt >= STEP_EVERY_MS) write(stderr, text);
        return;
      }
      // What is longer than the terminal is wide could not be rewritten.
      stderr.write(CLEAR_LINE + text.slice(0, stderr.columns ? stderr.columns - 1 : undefined));
      isLive = true;
    },

    /**
     * Says that one thing is done, and what came of it.
     * @param {string} name
     * @param {string} what
     */
    done(name, what) {
      const from = begun.get(name);
      begun.delete(name);
      finished += 1;
      const count = `[${String(finished).padStart(String(total).length)}/${total}]`;
      const took = from === undefined ? '' : ` (${duration(now() - from)})`;
      write(stderr, `${count} ${name}: ${what}${took}${left() && `; ${left()}`}`);
    },

    /**
     * The last line: whether all is well, and what came of it.
     * @param {boolean} isWell
     * @param {string} summary
     */
    end: (isWell, summary) => write(isJson ? stderr : stdout, `${isWell ? '✓' : '✗'} ${command}: ${summary} (${duration(now() - start)})`),

    /**
     * The last line where something was thrown.
     * @param {string} message
     */
    fail: (message) => write(stderr, `✗ ${command}: ${message} (${duration(now() - start)})`),
  };
}
