import { likeness } from '../../arguments/likeness';
import { each, keys } from '../engine/intrinsics';
import { type Options, optionNames } from './options';
import { refuseArgument } from './refuse-argument';

function readSwitches(text: string): Record<string, string> {
  const switches: Record<string, string> = {};
  each(text.replace(/\s*:\s*/g, ':').split(/[\s,;]/), (pair) => {
    const [, id, choice] = /^([^:]+):(.*)/.exec(pair) || [];
    if (id) switches[id] = choice!;
    else if (pair) refuseArgument('a part of data-clauses', pair, 'clause:switch');
  });
  return switches;
}

/**
 * Reads the options of a script tag: `data-channel-close="silent"`, `data-peer-close-error="none"`, `data-stop-tracks="true"`,
 * `data-clauses="send-is-refused:off calls-are-refused:force"`. What they may be, and which there are, is checked by `install`.
 * @throws TypeError for a clause without a switch
 */
export function readScriptTagOptions({ dataset }: HTMLElement): Options {
  const options: Record<string, unknown> = {};
  each(keys(dataset), (name) => {
    const value = dataset[name]!;
    // What is not nearly one of ours is the page's.
    if (optionNames.some((one) => 2 * likeness(name, one) >= one.length + 4)) {
      options[name] = name === 'clauses' ? readSwitches(value) : name !== 'stopTracks' ? value : value === '' || value === 'true' || (value === 'false' ? false : value);
    }
  });
  return options;
}
