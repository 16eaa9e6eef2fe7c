import type { ClauseId } from '../contract/clauses';
import type { Engine, Environment } from './environment';
import type { Options } from './options';

/**
 * The table as the bundle holds it: for each clause and engine the versions in which the engine keeps it,
 * as `[from, to]`, both measured.
 */
export type Table = { [id in ClauseId]?: { [engine in Engine]?: [number, number][] } };

/** What is done about a clause, and because of what. */
export interface Decision {
  decision: 'applied' | 'not-needed' | 'off' | 'blocked';
  because: string;
}

/** Decides about one clause. What the table does not know is repaired: a repair is a no-op where the engine keeps the clause. */
export function select(id: ClauseId, table: Table, { engine, version }: Environment, options: Required<Options>): Decision {
  const choice = options.clauses[id];
  if (choice === 'off') return { decision: 'off', because: 'option' };
  if (choice === 'force') return { decision: 'applied', because: 'option' };
  if (id === 'channels-fire-close-once' && options.channelClose === 'silent') {
    return { decision: 'applied', because: 'option channelClose' };
  }
  if (!engine) return { decision: 'applied', because: 'unknown engine' };
  const ranges = table[id]?.[engine] || [];
  for (let i = 0; i < ranges.length; i++) {
    const [from, to] = ranges[i]!;
    if (version! >= from && version! <= to) {
      return { decision: 'not-needed', because: engine + ' ' + from + '–' + to + ' keeps it' };
    }
  }
  return { decision: 'applied', because: engine + ' ' + version + ' is not known to keep it' };
}
