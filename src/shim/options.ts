import type { ClauseId } from '../contract/clauses';
import { bare, each, keys } from './natives';

const switches = ['auto', 'force', 'off'] as const;

/** What each of the others may be; the first is the default. */
const choices = bare({ channelClose: ['event', 'silent'], peerCloseError: ['event', 'none'], stopTracks: [false, true] } as const);

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

function demand(what: string, value: unknown, allowed: readonly unknown[]): void {
  if (allowed.indexOf(value) < 0) {
    throw new TypeError('rtc-close-shim: ' + what + ' is ' + String(value) + '; allowed: ' + allowed.join(', '));
  }
}

/**
 * The options, checked whole before anything is installed; `ids` are the clauses there are.
 * @throws TypeError that names the wrong option and lists what is allowed.
 */
export function readOptions(given: Options, ids: readonly ClauseId[]): Required<Options> {
  demand('the options object', given && typeof given, ['object']);
  const options = bare({ clauses: {} }) as Required<Options>;
  const chosen = keys(choices) as (keyof typeof choices)[];
  each(chosen, (name) => ((options as Record<string, unknown>)[name] = choices[name][0]));
  each(keys(given) as (keyof Options)[], (name) => {
    demand('option', name, keys(options));
    if (given[name] !== undefined) (options as Record<string, unknown>)[name] = given[name];
  });
  each(chosen, (name) => demand('option ' + name, options[name], choices[name]));
  each(keys(options.clauses) as ClauseId[], (id) => {
    demand('clause', id, ids);
    demand('clause ' + id, options.clauses[id], switches);
  });
  return options;
}
