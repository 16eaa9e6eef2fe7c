import { likeness } from '../arguments/likeness';
import { show } from '../arguments/show';
import { each } from './natives';
import type { Options } from './options';
import { demand, refuse } from './refuse';

const names = ['channel-close', 'peer-close-error', 'stop-tracks', 'clauses'];

function readSwitches(text: string): Record<string, string> {
  const switches: Record<string, string> = {};
  each(text.replace(/\s*:\s*/g, ':').split(/[\s,;]+/), (pair) => {
    const [, id, choice] = /^([^:]+):(.*)/.exec(pair) || [];
    if (id) switches[id] = choice!;
    else if (pair) refuse('data-clauses has ' + show(pair) + '; expected clause:switch');
  });
  return switches;
}

/**
 * Reads the options of a script tag: `data-channel-close="silent"`, `data-peer-close-error="none"`, `data-stop-tracks="true"`,
 * `data-clauses="send-is-refused:off calls-are-refused:force"`. What they may be is checked by `install`.
 * @throws TypeError for an attribute that is nearly one of these, and for a clause without a switch
 */
export function readAttributes(script: Element | null): Options {
  const options: Record<string, unknown> = {};
  each(script ? script.attributes : [], ({ name, value }) => {
    const own = name.replace('data-', '');
    // Others are the page's.
    if (own === name || !names.some((one) => 2 * likeness(own, one) > one.length)) return;
    demand('data attribute', own, names);
    options[own.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase())] =
      own === 'clauses' ? readSwitches(value) : own !== 'stop-tracks' ? value : value === '' || value === 'true' || (value === 'false' ? false : value);
  });
  return options;
}
