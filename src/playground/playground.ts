import type { Options } from '../fn';
import { element } from '../timeline/element.mjs';
import { fromFragment, toFragment } from './address';
import { asImport, asScriptTag } from './as-code';
import { byId } from './by-id';
import { readChoices, writeChoices } from './choices';
import { clauseTable, showVerdicts } from './clause-table';
import { beginContributing } from './contribution-section';
import { copy } from './copy';
import { download } from './download';
import { globals } from './globals';
import { linkProject } from './link-project';
import { fill } from './make-nodes';
import { missing } from './missing';
import { SITUATIONS } from './plan';
import { type Progress, type Run, run } from './run';
import { outcome, showRun } from './show-run';
import { type TimelineSection, timelineSection } from './timeline-section';

const NO_CONNECTION = 'This browser has no RTCPeerConnection, under any of its names: there is nothing to close.';
const CHANGED = 'The switches have changed since this run: run again to see what it makes of them.';
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
  byId('progress').hidden = !now;
  document.body.className = now ? 'running' : '';
}

function notice(text: string): void {
  fill(byId('notices'), text ? [element('p', { class: 'notice' }, text)] : []);
}

function showProgress({ mode, situation, nth, of, secondsLeft }: Progress): void {
  const bar = byId<HTMLProgressElement>('progress');
  bar.max = of;
  bar.value = nth - 1;
  say('Closing connections …', nth + ' of ' + of + ': ' + situation + ', ' + (mode === 'native' ? 'natively' : 'with the shim') + '; about ' + Math.max(1, Math.round(secondsLeft)) + ' s left');
}

function start(timelines: TimelineSection): void {
  if (running) return;
  const options = choices();
  const shim = globals.rtcCloseShim!;
  const predicted = shim.report();
  let isFirst = true;
  setRunning(true);
  notice(predicted.length ? '' : NO_CONNECTION);
  timelines.clear();
  run(options, timelines.situation(), {
    onStep: showProgress,
    watching: timelines.watching,
    onSeen(seen, { native, shimmed }, report) {
      timelines.show(seen);
      // The first picture waits for nothing else.
      if (!isFirst) showVerdicts({ native: { results: native }, shimmed: { results: shimmed }, report, predicted }, false);
      isFirst = false;
    },
  }).then(
    (done) => {
      last = done;
      timelines.show(done);
      byId('timelines').hidden = !predicted.length;
      showRun(done);
      ['run', 'run-below'].forEach((id) => { byId(id).textContent = 'Run again'; });
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

const form = (): HTMLFormElement => byId<HTMLFormElement>('options');
const choices = (): Options => readChoices(form());

/** Shows the chosen options as code, and whether the run on the page was made with them. */
function showChoices(): void {
  const options = choices();
  byId('code').textContent = asImport(options);
  byId('tag').textContent = asScriptTag(options);
  if (!last || running) return;
  say(JSON.stringify(options) === JSON.stringify(last.options) ? outcome(last) : CHANGED);
}

function listen(id: string, type: string, act: () => void): void {
  byId(id).addEventListener(type, act);
}

/** Copies what an element shows, and says so beside its button. */
function copiesText(button: string, told: string, text: () => string, byHand: () => void): void {
  listen(button, 'click', () => {
    void copy(text()).then((done) => {
      byId(told).textContent = done ? 'Copied.' : 'Select and copy it.';
      if (!done) byHand();
    });
  });
}

function begin(): void {
  byId('browser').textContent = navigator.userAgent;
  linkProject();
  const lacking = missing();
  if (lacking) {
    say('Nothing could be run.');
    notice(lacking);
    return;
  }
  byId('version').textContent = globals.rtcCloseShim!.version;
  fill(byId('table'), [clauseTable()]);
  ['clauses', 'timelines'].forEach((id) => { byId(id).hidden = false; });
  const timelines = timelineSection();
  const keepAddress = () => {
    const situation = timelines.situation();
    const fragment = toFragment({ situation: situation === SITUATIONS[0] ? undefined : situation, options: choices() });
    if (fragment !== location.hash) history.replaceState(null, '', fragment || location.href.split('#')[0]);
  };
  const readAddress = () => {
    const { situation, options } = fromFragment(location.hash, SITUATIONS);
    writeChoices(form(), options);
    timelines.choose(situation || SITUATIONS[0]!);
    showChoices();
  };
  const changed = () => {
    showChoices();
    keepAddress();
  };
  ['run', 'run-below'].forEach((id) => listen(id, 'click', () => start(timelines)));
  beginContributing({ isRunning: () => running, setRunning, say });
  listen('options', 'change', changed);
  // The form has its defaults again only after the event.
  listen('options', 'reset', () => setTimeout(changed, 0));
  listen('scene', 'change', () => {
    timelines.redraw();
    keepAddress();
  });
  window.addEventListener('hashchange', readAddress);
  const select = (id: string) => () => getSelection()!.selectAllChildren(byId(id));
  copiesText('copy-code', 'code-told', () => asImport(choices()), select('code'));
  copiesText('copy-tag', 'tag-told', () => asScriptTag(choices()), select('tag'));
  copiesText('copy', 'told', asText, () => {
    const area = byId<HTMLTextAreaElement>('json');
    byId('by-hand').hidden = false;
    area.value = asText();
    area.focus();
    area.select();
  });
  listen('download', 'click', () => {
    download('rtc-close-shim-result.json', asText());
    byId('told').textContent = 'Downloaded.';
  });
  let width = window.innerWidth;
  window.addEventListener('resize', () => {
    if (window.innerWidth !== width) timelines.redraw();
    width = window.innerWidth;
  });
  readAddress();
  start(timelines);
}

const asText = (): string => JSON.stringify(last, undefined, 2) + '\n';

begin();
