/**
 * One verdict in a line.
 * @param {import('../../src/never-worse').Verdict} verdict
 * @returns {string}
 */
export function verdictLine({ moment, part, objects, members, ways, when, facet, native, shimmed, clause }) {
  const list = ways.length > 3 ? `${ways.slice(0, 3).join(', ')} and ${ways.length - 3} more ways` : ways.join(', ');
  const change = `${native.join(' or ')} → ${shimmed.join(' or ')}`;
  return `${moment}: ${objects.join(', ')} ${part === 'order' ? `come ${change} ${members.filter(Boolean).join(', ') || 'in another way'}` : `${members.join(', ')}, ${part} ${facet}: ${change}`} (${when}${list ? `; ${list}` : ''})${clause ? ` [${clause}]` : ''}`;
}
