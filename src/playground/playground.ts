import type { Options } from '../fn';
import { element } from '../timeline/element.mjs';
import { byId } from './by-id';
import { asCode, readChoices } from './choices';
import { beginContributing } from './contribution-section';
import { copy } from './copy';
import { download } from './download';
import { globals } from './globals';
import { fill } from './make-nodes';
import { missing } from './missing';
import { type Mode, type Run, run } from './run';
import { drawScene, outcome, showNative, showRun } from './show-run';

const TITLES: Record<Mode, string> = { native: 'Closing natively', shimmed: 'Closing with the shim' };
const NO_CONNECTION = 'This browser has no RTCPeerConnection, under any of its names: there is nothing to close.';
const RUN_BUTTONS = ['run', 'run-below', 'contribute-start'];

let last: Run | undefined;
let running = false;

function say(text: string, step = ''): void {
  // Said once: a screen reader need not hear each step.
  if (byId('status').textContent !== text) byId('status').textContent = text;
  byId('step').textContent = step;
}

function setRunning(now: boolean): void {
  running = now;
  RUN_BUTTONS.forEach((id) => { byId<HTMLButtonElement>(id).disabled = now; });
  byId('scores').setAttribute('aria-busy', String(now));
  document.body.className = now ? 'running' : '';
}

function notice(text: string): void {
  fill(byId('notices'), text ? [element('p', { class: 'notice' }, text)] : []);
}

function start(): void {
  if (running) return;
  const options = choices();
  setRunning(true);
  notice(globals.rtcCloseShim!.report().length ? '' : NO_CONNECTION);
  run(options, { onStep: (mode, step) => say(TITLES[mode] + ' …', 'situation: ' + step), onNative: showNative }).then(
    (done) => {
      last = done;
      showRun(done);
      say(outcome(done));
      setRunning(false);
      showChoices();
    },
    (error: unknown) => {
      say('It did not come to an end.');
      notice('The run ended with ' + String(error));
      setRunning(false);
    },
  );
}

const choices = (): Options => readChoices(byId<HTMLFormElement>('options'));

/** Shows the chosen options as code, and whether the run on the page was made with them. */
function showChoices(): void {
  const options = choices();
  byId('code').textContent = asCode(options);
  if (!last || running) return;
  const changed = JSON.stringify(options) !== JSON.stringify(last.options);
  say(changed ? 'The options have changed since this run.' : outcome(last));
}

function listen(id: string, type: string, act: () => void): void {
  byId(id).addEventListener(type, act);
}

function begin(): void {
  byId('browser').textContent = navigator.userAgent;
  const lacking = missing();
  if (lacking) {
    say('Nothing could be run.');
    notice(lacking);
    return;
  }
  byId('version').textContent = globals.rtcCloseShim!.version;
  ['run', 'run-below'].forEach((id) => listen(id, 'click', start));
  beginContributing({ isRunning: () => running, setRunning, say });
  listen('options', 'change', showChoices);
  // The form has its defaults again only after the event.
  listen('options', 'reset', () => setTimeout(showChoices, 0));
  listen('scene', 'change', () => last && drawScene(last));
  listen('copy', 'click', () => {
    const text = asText();
    void copy(text).then((done) => {
      byId('told').textContent = done ? 'Copied.' : 'Select and copy below.';
      byId('by-hand').hidden = done;
      if (done) return;
      const area = byId<HTMLTextAreaElement>('json');
      area.value = text;
      area.focus();
      area.select();
    });
  });
  listen('download', 'click', () => {
    download('rtc-close-shim-result.json', asText());
    byId('told').textContent = 'Downloaded.';
  });
  let width = window.innerWidth;
  window.addEventListener('resize', () => {
    if (window.innerWidth !== width && last) drawScene(last);
    width = window.innerWidth;
  });
  showChoices();
  start();
}

const asText = (): string => JSON.stringify(last, undefined, 2) + '\n';

begin();
