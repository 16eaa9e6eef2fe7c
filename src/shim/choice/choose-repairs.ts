import type { ClauseId } from '../../contract/clauses';
import type { Engine, Environment } from './detect-engine';
import type { Chosen } from './options';

/**
 * The table as the bundle holds it: for each engine, and each clause in the order of the contract, the versions in which
 * the engine keeps it, and where `from` is negative those in which it breaks it: from, to, from, to, ..., all measured. 0 stands for none.
 */
export type Table = { [engine in Engine]?: (readonly number[] | 0)[] };

/** What is done about a clause, and because of what. */
export interface Decision {
  decision: 'applied' | 'not-needed' | 'off' | 'blocked';
  because: string;
}

/**
 * Decides about one clause; `measured` are the versions in which this engine keeps it or breaks it. What the table does
 * not know is repaired: a repair is a no-op where the engine keeps the clause.
 */
export function select(id: ClauseId, measured: readonly number[], { engine, milestone: version }: Environment, options: Chosen): Decision {
  // What is to be silent has to be held back first.
  const isHeld =
    (options.channelClose === 'silent' && id === 'channels-fire-close-once') || (options.peerCloseError === 'none' && id === 'peer-close-channels-fire-error');
  const choice = isHeld ? 'force' : options.clauses[id];
  let decision: Decision['decision'] = 'applied';
  let because = 'option';
  if (choice === 'off') decision = choice;
  else if (choice !== 'force') {
    because = engine ? engine + ' ' + version + ' is not known to keep it' : 'unknown engine';
    for (let i = 0; i < measured.length; i += 2) {
      const isKept = measured[i]! > 0;
      const from = isKept ? measured[i]! : -measured[i]!;
      const to = measured[i + 1]!;
      if (version! >= from && version! <= to) {
        if (isKept) decision = 'not-needed';
        because = engine + ' ' + from + (from < to ? ' to ' + to : '') + (isKept ? ' keeps' : ' breaks') + ' it in each measured build';
      }
    }
  }
  return { decision, because };
}
