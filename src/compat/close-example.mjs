import { browserOf, runOf } from './close-runs.mjs';

/**
 * @typedef {import('./close-runs.mjs').SeenClose} SeenClose
 *
 * @typedef {object} Line
 * @property {string} code
 * @property {(seen: SeenClose) => string} answer what was seen of it
 */

const CHANNEL = 'channel first';

/** @param {string} outcome of a call or a reading, such as `throws InvalidStateError` */
const inWords = (outcome) => ({ 'returns undefined': 'no error, and the message is lost', 'never settles': 'never settles', resolves: 'settles' })[outcome] ?? outcome;

/** @type {Line[]} */
const LINES = [
  { code: 'channel.readyState;', answer: ({ recording }) => `"${recording.atOnce[`${CHANNEL}.readyState`]}"` },
  { code: "channel.send('bye');", answer: ({ calls }) => inWords(calls[`${CHANNEL}.send()`] ?? '') },
  { code: 'channel.onclosing = log;', answer: ({ recording }) => (recording.heard.some(({ target, type }) => target === CHANNEL && type === 'closing') ? 'fires' : 'silent') },
  { code: 'pc.localDescription;', answer: ({ recording }) => readable(recording.atOnce['connection.localDescription'] ?? '') },
  { code: 'await lastStats;', answer: ({ calls }) => inWords(calls['getStats() pending'] ?? '') },
];

/** @param {string} reading */
function readable(reading) {
  return /^throws/.test(reading) ? reading : 'still readable';
}

/**
 * A few lines of a page's code after `close()`: what was seen natively where that is not what the shim answers, and what the shim answers, as Markdown.
 * @param {readonly import('./close-runs.mjs').CloseRun[]} runs of the two browsers
 * @returns {string}
 * @throws where the shim does not answer the same in all
 */
export function closeExample(runs) {
  const chosen = ['chromium', 'firefox'].map((engine) => runOf(runs, engine));
  const rows = LINES.map(({ code, answer }) => {
    const [shimmed = '', ...others] = new Set(chosen.map((run) => answer(run.shimmed)));
    if (others.length) throw new Error(`${code} is not answered the same with the shim: ${[shimmed, ...others].join(', ')}; run npm run picture again`);
    const native = chosen.map((run) => ({ name: engineOf(run), says: answer(run.native) })).filter(({ says }) => says !== shimmed);
    const answers = [...new Set(native.map(({ says }) => says))];
    const isOfAll = answers.length === 1 && native.length === chosen.length;
    const said = answers.map((says) => (isOfAll ? says : `${says} in ${native.filter((one) => one.says === says).map(({ name }) => name).join(' and ')}`));
    return [code, `// ${said.join('; ')} → ${shimmed}`];
  });
  const width = Math.max(...rows.map(([code = '']) => code.length));
  const first = `${'pc.close();'.padEnd(width)} // natively in ${chosen.map(browserOf).join(' and ')} → with the shim`;
  return ['```js', first, ...rows.map(([code = '', comment]) => `${code.padEnd(width)} ${comment}`), '```'].join('\n');
}

/** @param {import('./close-runs.mjs').CloseRun} run */
function engineOf(run) {
  return browserOf(run).replace(/ .*/, '');
}
