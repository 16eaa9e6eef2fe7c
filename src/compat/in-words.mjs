const VERB = /^(.*?) (reads|fires|rejects|throws|returns) (.+)$/;
// Names of members and calls.
const CODE = /\b[a-z]\w*(?:\.[a-z]\w*)+(?:\(\))?|\b[a-z]\w*\(\)/gi;

/**
 * What was observed of a clause, in one sentence without its end: what several have in common is said once.
 * @param {readonly string[]} observed such as `channel fires open`, `channel fires closing`
 * @returns {string} such as `channel fires closing, open`
 */
export function inWords(observed) {
  const said = [...new Set(observed)].sort().map((one) => one.replace(/reads "throws ([^"]+)"/, 'throws $1'));
  const clauses = said.flatMap((one) => (VERB.test(one) ? [/** @type {string[]} */ (VERB.exec(one)).slice(1)] : []));
  const bySubject = joined(clauses.map(([subject, verb, what = '']) => [`${subject}\n${verb}`, what]));
  const byPredicate = joined(bySubject.map(([key, what]) => [`${key.split('\n')[1]} ${what}`, key.split('\n')[0] ?? '']));
  return [...byPredicate.map(([predicate, subjects]) => `${subjects} ${predicate}`), ...said.filter((one) => !VERB.test(one))].join('; ');
}

/**
 * A sentence with the names of members and calls as code.
 * @param {string} sentence
 * @returns {string}
 */
export function withCodeMarks(sentence) {
  return sentence.includes('`') ? sentence : sentence.replace(CODE, (name) => `\`${name}\``);
}

/**
 * @param {[string, string][]} pairs
 * @returns {[string, string][]} each key once, with its values listed
 */
function joined(pairs) {
  /** @type {Map<string, string[]>} */
  const lists = new Map();
  for (const [key, value] of pairs) lists.set(key, [...(lists.get(key) ?? []), value]);
  return [...lists].map(([key, values]) => [key, [...new Set(values)].join(', ')]);
}

/**
 * Versions from one to another, in words.
 * @param {number | string} from
 * @param {number | string} to
 * @returns {string}
 */
export function fromTo(from, to) {
  if (`${from}` === `${to}`) return `${from}`;
  return Number(to) - Number(from) === 1 ? `${from} and ${to}` : `${from} to ${to}`;
}
