import type { ClauseId, Options } from '../fn';

/** The options as a module's code has them. */
export function asImport(options: Options): string {
  const { clauses = {}, channelClose, peerCloseError, stopTracks } = options;
  const ids = Object.keys(clauses) as ClauseId[];
  const lines = ([] as string[]).concat(
    ids.length ? '  clauses: {\n' + ids.map((id) => "    '" + id + "': '" + clauses[id] + "',\n").join('') + '  },' : [],
    channelClose ? "  channelClose: '" + channelClose + "'," : [],
    peerCloseError ? "  peerCloseError: '" + peerCloseError + "'," : [],
    stopTracks ? '  stopTracks: true,' : [],
  );
  if (!lines.length) return "import 'rtc-close-shim';";
  return "import { install } from 'rtc-close-shim/fn';\n\ninstall(window, {\n" + lines.join('\n') + '\n});';
}

/** The options as a script tag has them. */
export function asScriptTag(options: Options): string {
  const { clauses = {}, channelClose, peerCloseError, stopTracks } = options;
  const ids = Object.keys(clauses) as ClauseId[];
  const attributes = ([] as string[]).concat(
    ids.length ? ' data-clauses="' + ids.map((id) => id + ':' + clauses[id]).join(' ') + '"' : [],
    channelClose ? ' data-channel-close="' + channelClose + '"' : [],
    peerCloseError ? ' data-peer-close-error="' + peerCloseError + '"' : [],
    stopTracks ? ' data-stop-tracks="true"' : [],
  );
  return '<script src="rtc-close-shim.min.js"' + attributes.join('') + '></' + 'script>';
}
