const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] };

/** @typedef {(style: keyof typeof CODES, text: string) => string} Paint */

/**
 * Paints text for a terminal, and leaves it plain for a file, a pipe or where `NO_COLOR` is set.
 * @param {{ isTTY?: boolean }} stream
 * @param {NodeJS.ProcessEnv} env
 * @returns {Paint}
 */
export function painter({ isTTY }, env = process.env) {
  if (!isTTY || env.NO_COLOR || env.TERM === 'dumb') return (_, text) => text;
  return (style, text) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`;
}
