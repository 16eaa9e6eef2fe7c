import { resultOf } from './make-report.mjs';

const COLUMNS = 118;
const SOURCES = { system: 'installed on this system', playwright: 'from Playwright\'s cache', npm: 'shipped in an npm package', museum: 'from the museum of old builds' };

/**
 * @typedef {import('./make-report.mjs').Report} Report
 * @typedef {import('./paint.mjs').Paint} Paint
 */

/**
 * All that is said below the table: what natively breaks, which browsers ran and which did not, and what is wrong.
 * @param {Report} report
 * @param {Paint} paint
 * @returns {string}
 */
export function terminalSummary(report, paint) {
  const parts = [
    section('What breaks natively (the first thing seen of each)', nativeBreaks(report), paint),
    section('Browsers', browserLines(report), paint),
    section('Could not run', failureLines(report), paint),
    section('Wrong', report.problems, (style, text) => paint(style === 'bold' ? 'red' : style, text)),
  ];
  return parts.filter(Boolean).join('\n\n');
}

/**
 * A line for each native break of a clause; browsers in which the same was seen share it.
 * @param {Report} report
 * @returns {string[]}
 */
export function nativeBreaks({ clauses, browsers }) {
  const wide = Math.max(...clauses.map(({ id }) => id.length));
  return clauses.flatMap(({ id }) => {
    /** @type {Map<string, string[]>} */
    const seen = new Map();
    for (const browser of browsers) {
      const result = resultOf(browser, 'native', id);
      if (result?.verdict !== 'broken') continue;
      const first = withoutScenes(result.observed[0] ?? '');
      seen.set(first, [...(seen.get(first) ?? []), browser.name]);
    }
    return [...seen].map(([what, names], i) => short(`${(i === 0 ? id : '').padEnd(wide)}  ${names.join(', ')}: ${what}`));
  });
}

/** @param {Report} report */
function browserLines({ browsers }) {
  return browsers
    .filter(({ runs }) => runs.native ?? runs.shimmed)
    .map(({ name, version, source }) => `${name}  ${version}, ${SOURCES[source]}`);
}

/** @param {Report} report */
function failureLines({ browsers, missing }) {
  const failed = browsers.flatMap(({ failures }) => failures.map(({ mode, message, install }) => `${message}${mode === 'shimmed' ? ' (with the shim)' : ''}\n  to install: ${install}`));
  return [...failed, ...missing.map(({ name, reason, install }) => `${name}: ${reason}\n  to install: ${install}`)];
}

/**
 * @param {string} title
 * @param {string[]} lines
 * @param {Paint} paint
 */
function section(title, lines, paint) {
  return lines.length ? [paint('bold', title), ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)].join('\n') : '';
}

/** @param {string} observed ends with the scenes it was seen in, in brackets */
function withoutScenes(observed) {
  return observed.replace(/ \([^()]*\)$/, '');
}

/** @param {string} line */
function short(line) {
  return line.length > COLUMNS ? `${line.slice(0, COLUMNS - 1)}…` : line;
}
