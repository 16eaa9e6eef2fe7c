import { type ClauseId, clauses as contract } from '../contract/clauses';
import type { Options, Switch } from '../fn';

/** What the address of the page says of it. */
export interface State {
  /** The situation that is shown; undefined where the address names none. */
  situation: string | undefined;
  options: Options;
}

/**
 * The state as the fragment of an address, such as `#situation=gathering&clauses=send-is-refused:off`; empty for the defaults. A
 * fragment, and no query: it works on a page that was opened as a file, too.
 */
export function toFragment({ situation, options: { clauses = {}, channelClose, peerCloseError, stopTracks } }: State): string {
  const ids = Object.keys(clauses) as ClauseId[];
  const parts = ([] as string[]).concat(
    situation ? 'situation=' + encodeURIComponent(situation) : [],
    ids.length ? 'clauses=' + ids.map((id) => id + ':' + clauses[id]).join(',') : [],
    channelClose ? 'channelClose=' + channelClose : [],
    peerCloseError ? 'peerCloseError=' + peerCloseError : [],
    stopTracks ? 'stopTracks=true' : [],
  );
  return parts.length ? '#' + parts.join('&') : '';
}

/** Reads a fragment; what it does not know is passed over. */
export function fromFragment(fragment: string, situations: readonly string[]): State {
  const values: Record<string, string> = {};
  fragment.replace(/^#/, '').split('&').forEach((part) => {
    const at = part.indexOf('=');
    if (at > 0) values[part.slice(0, at)] = decoded(part.slice(at + 1));
  });
  const options: Options = {};
  const clauses: { [id in ClauseId]?: Switch } = {};
  (values.clauses || '').split(',').forEach((pair) => {
    const [id, value] = pair.split(':');
    if (Object.prototype.hasOwnProperty.call(contract, id!) && (value === 'force' || value === 'off')) clauses[id as ClauseId] = value;
  });
  if (Object.keys(clauses).length) options.clauses = clauses;
  if (values.channelClose === 'silent') options.channelClose = 'silent';
  if (values.peerCloseError === 'none') options.peerCloseError = 'none';
  if (values.stopTracks === 'true') options.stopTracks = true;
  return { situation: situations.filter((name) => name === values.situation)[0], options };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that somebody typed.
    return text;
  }
}
