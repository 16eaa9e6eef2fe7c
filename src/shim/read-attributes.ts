import type { Options } from './options';

/**
 * Reads the options of a script tag: `data-channel-close="silent"`, `data-peer-close-error="none"`, `data-stop-tracks="true"`,
 * `data-clauses="send-is-refused:off calls-are-refused:force"`. What they may be is checked by `install`.
 */
export function readAttributes(script: Element | null): Options {
  const options: Record<string, unknown> = {};
  const read = (name: string, parse: (text: string) => unknown) => {
    const text = script && script.getAttribute('data-' + name);
    if (text !== null) options[name.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase())] = parse(text);
  };
  read('channel-close', (text) => text);
  read('peer-close-error', (text) => text);
  read('stop-tracks', (text) => text === '' || text === 'true' || (text === 'false' ? false : text));
  read('clauses', (text) => {
    const switches: Record<string, string> = {};
    text.split(/[\s,]+/).forEach((pair) => {
      if (pair) switches[pair.split(':')[0]!] = pair.split(':')[1] || '';
    });
    return switches;
  });
  return options;
}
