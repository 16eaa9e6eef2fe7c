import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { safaris } from '../../replay/engines/safaris';

interface Row {
  browser: string;
  clauses: string[];
  statement: { version_added: string | false; partial_implementation?: true };
}

const { rows } = JSON.parse(readFileSync(new URL('../../../src/compat/cited.json', import.meta.url), 'utf8')) as { rows: Row[] };
const cited = rows.filter(({ browser, clauses }) => browser === 'safari' && !clauses.includes('*'));
const replayed = safaris.map(({ name, breaks }) => ({ version: Number(name.slice('Safari '.length)), breaks: breaks as readonly string[] }));

describe.each(cited.flatMap(({ clauses, statement }) => clauses.map((clause) => [clause, statement] as const)))('%s, cited of Safari', (clause, statement) => {
  const isBroken = statement.version_added === false || statement.partial_implementation === true;
  const breaking = replayed.filter(({ version, breaks }) => version >= Number(statement.version_added) && breaks.includes(clause));

  it(isBroken ? 'is broken by a replayed Safari' : 'is kept by the replayed ones since', () => {
    if (isBroken) expect(breaking).not.toEqual([]);
    else expect(breaking).toEqual([]);
  });
  // Older ones may lack the members.
  if (statement.version_added === false) it('is broken by all since the first', () => expect(breaking).toEqual(replayed.slice(replayed.findIndex(({ breaks }) => breaks.includes(clause)))));
});
