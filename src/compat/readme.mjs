/**
 * A text whose parts between `<!-- generated: NAME -->` and `<!-- /generated -->` are replaced by those given; others stay.
 * @param {string} text
 * @param {Record<string, string>} parts
 * @param {string} [page] its path, for errors
 * @returns {string}
 * @throws when a marker has no end or names no part
 */
export function withGeneratedParts(text, parts, page = 'README.md') {
  const replaced = text.replace(/(<!-- generated: ([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g, (_whole, start, name, end) => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (part === undefined) throw new Error(`${page} has a marker "generated: ${name}"; there are ${Object.keys(parts).join(', ')}`);
    return `${start}${part}\n${end}`;
  });
  const [starts, ends] = [/<!-- generated: [\w-]+ -->/g, /<!-- \/generated -->/g].map((marker) => (replaced.match(marker) ?? []).length);
  if (starts !== ends) throw new Error(`${page} has ${starts} markers "generated: …" and ${ends} "/generated": each start needs its end, on a line of its own`);
  return replaced;
}
