import { show } from '../../arguments/show';
import type { ClauseId } from '../../contract/clauses';
import { attempt, bare, each, keys } from '../engine/intrinsics';
import { demandOneOf, refuseArgument } from './refuse-argument';

const { freeze } = Object;

const switches = ['auto', 'force', 'off'] as const;

/** What each of the others may be; the first is the default. */
const choices = bare({ clauses: undefined, channelClose: ['event', 'silent'], peerCloseError: ['event', 'none'], stopTracks: [false, true] } as const);

/** Whether a clause is repaired: as the table says, always, or never. */
export type Switch = (typeof switches)[number];

/** The page's own choices. */
export interface Options {
  /** A switch for single clauses; `auto` where none is given. */
  clauses?: { [id in ClauseId]?: Switch };
  /** `silent`: channels read closed, and no `close` event is fired on them. Default `event`. */
  channelClose?: (typeof choices.channelClose)[number];
  /** `none`: channels fire no `error` when the peer closes. Default `event`. */
  peerCloseError?: (typeof choices.peerCloseError)[number];
  /** Stop the local tracks that were being sent. Default false. */
  stopTracks?: boolean;
}

/** What was chosen, checked; what was not is the default. */
export type Chosen = Options & Pick<Required<Options>, 'clauses'>;

/** What an option may be called. */
export const optionNames = keys(choices);

/** A checked copy of the options, or of the switches of clauses, each read once; `present` are those of what is installed already: another choice is refused. */
function read(kind: string, given: object = {}, allowed: readonly string[], present?: object): Record<string, unknown> {
  const copied: Record<string, unknown> = bare({});
  // A getter may throw, and a Proxy may have been revoked.
  const isRead = attempt(() => {
    each(keys(given), (name) => (copied[name] = (given as typeof copied)[name]));
    return show(given) === '[object Object]';
  });
  if (!isRead) refuseArgument(kind + 's', given, 'a plain object');
  each(keys(copied), (name) => {
    demandOneOf(kind, name, allowed);
    const values: readonly unknown[] = choices[name as keyof typeof choices] || switches;
    if (name === 'clauses' || copied[name] === undefined) return;
    demandOneOf(name, copied[name], values);
    if (present) demandOneOf('installed already (uninstall() first, or import rtc-close-shim/fn alone): ' + name, copied[name], [(present as typeof copied)[name] || values[0]]);
  });
  return copied;
}

/**
 * The options, checked whole before anything is installed; `ids` are the clauses there are, `inForce` the options of what is installed already.
 * @throws TypeError that names the wrong option, and lists what is allowed
 */
export function readOptions(given: Options | undefined, ids: readonly ClauseId[], inForce?: Chosen): Chosen {
  const options = read('option', given, optionNames, inForce);
  options.clauses = freeze(read('clause', options.clauses as object, ids, inForce && inForce.clauses));
  return freeze(options) as unknown as Chosen;
}
