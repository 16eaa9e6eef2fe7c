import type { ClauseId, Options, Switch } from '../fn';

/** The options as the form has them; what is at its default is left out. */
export function readChoices(form: HTMLFormElement): Options {
  const options: Options = {};
  const clauses: { [id in ClauseId]?: Switch } = {};
  const controls = form.elements;
  for (let i = 0; i < controls.length; i++) {
    const { name, value, checked } = controls[i] as HTMLInputElement;
    const [kind, id] = name.split(' ');
    if (kind === 'clause' && value !== 'auto') clauses[id as ClauseId] = value as Switch;
    if (name === 'channelClose' && checked && value === 'silent') options.channelClose = value;
    if (name === 'peerCloseError' && checked && value === 'none') options.peerCloseError = value;
    if (name === 'stopTracks' && checked) options.stopTracks = true;
  }
  if (Object.keys(clauses).length) options.clauses = clauses;
  return options;
}

/** The options as a page's code has them: the call, and the script tag. */
export function asCode(options: Options): string {
  const { clauses = {}, channelClose, peerCloseError, stopTracks } = options;
  const ids = Object.keys(clauses) as ClauseId[];
  const lines = ([] as string[]).concat(
    ids.length ? '  clauses: { ' + ids.map((id) => "'" + id + "': '" + clauses[id] + "'").join(', ') + ' },' : [],
    channelClose ? "  channelClose: '" + channelClose + "'," : [],
    peerCloseError ? "  peerCloseError: '" + peerCloseError + "'," : [],
    stopTracks ? '  stopTracks: true,' : [],
  );
  const attributes = ([] as string[]).concat(
    ids.length ? ' data-clauses="' + ids.map((id) => id + ':' + clauses[id]).join(' ') + '"' : [],
    channelClose ? ' data-channel-close="' + channelClose + '"' : [],
    peerCloseError ? ' data-peer-close-error="' + peerCloseError + '"' : [],
    stopTracks ? ' data-stop-tracks="true"' : [],
  );
  const call = lines.length ? 'install(window, {\n' + lines.join('\n') + '\n});' : 'install();';
  return call + '\n\n<script src="rtc-close-shim.min.js"' + attributes.join('') + '></' + 'script>';
}
