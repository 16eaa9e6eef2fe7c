/**
 * Says how far a run of many builds has come, and how long the rest will take.
 * @param {number} total builds
 * @param {(line: string) => void} write
 * @param {() => number} now milliseconds
 * @returns {{ note: (name: string, what: string) => void, done: (name: string, what: string) => void }}
 */
export function createProgress(total, write, now = Date.now) {
  const start = now();
  let finished = 0;
  return {
    note: (name, what) => write(`  ${name}: ${what}`),
    done(name, what) {
      finished += 1;
      const left = ((now() - start) / finished) * (total - finished);
      write(`[${String(finished).padStart(String(total).length)}/${total}] ${name}: ${what}${finished < total ? `; about ${duration(left)} left` : ''}`);
    },
  };
}

/**
 * A time in words, rounded: `40 s`, `3 min`.
 * @param {number} milliseconds
 * @returns {string}
 */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
