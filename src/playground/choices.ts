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

/** Sets the form to options; what they leave out to its default. */
export function writeChoices(form: HTMLFormElement, { clauses = {}, channelClose = 'event', peerCloseError = 'event', stopTracks = false }: Options): void {
  const controls = form.elements;
  for (let i = 0; i < controls.length; i++) {
    const control = controls[i] as HTMLInputElement;
    const [kind, id] = control.name.split(' ');
    if (kind === 'clause') control.value = clauses[id as ClauseId] || 'auto';
    if (kind === 'channelClose') control.checked = control.value === channelClose;
    if (kind === 'peerCloseError') control.checked = control.value === peerCloseError;
    if (kind === 'stopTracks') control.checked = stopTracks;
  }
}

/** What was chosen that is not the default, in a few words each. */
export function flipped({ clauses = {}, channelClose, peerCloseError, stopTracks }: Options): string[] {
  return (Object.keys(clauses) as ClauseId[]).map((id) => id + ' ' + clauses[id]).concat(
    channelClose ? 'channelClose ' + channelClose : [],
    peerCloseError ? 'peerCloseError ' + peerCloseError : [],
    stopTracks ? 'stopTracks on' : [],
  );
}
