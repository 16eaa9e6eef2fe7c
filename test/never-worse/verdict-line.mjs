/**
 * One verdict in a line.
 * @param {import('../../src/never-worse').Verdict} verdict
 * @returns {string}
 */
export function verdictLine({ moment, part, object, member, ways, when, facet, native, shimmed, clause }) {
  const what = part === 'order' ? `${object} and ${member}, which comes first` : `${object} ${member}, ${facet}`;
  const list = ways.length > 4 ? `${ways.slice(0, 4).join(', ')} and ${ways.length - 4} more ways` : ways.join(', ');
  return `${moment}: ${part} ${what} (${when}${list ? `; ${list}` : ''}): ${native.join(' or ')} → ${shimmed.join(' or ')}${clause ? ` [${clause}]` : ''}`;
}
