import type { Contribution } from '../measurement/contribution.mjs';
import { byId } from './by-id';
import { contribute } from './contribute';
import { download } from './download';
import { issueLink } from './issue-link';

/** What the section needs of the page around it. */
export interface Around {
  isRunning(): boolean;
  setRunning(now: boolean): void;
  say(text: string, step?: string): void;
}

/** Makes the button of the section work that offers this browser's measurement as a file. */
export function beginContributing({ isRunning, setRunning, say }: Around): void {
  let file: { name: string; text: string } | undefined;
  byId('contribute-start').addEventListener('click', () => {
    if (isRunning()) return;
    setRunning(true);
    byId('contribution').hidden = true;
    contribute((step) => say('Measuring for a contribution …', step)).then(
      (contribution) => {
        file = { name: nameOf(contribution), text: JSON.stringify(contribution, undefined, 2) + '\n' };
        offer(contribution, file.name);
        say('Measured. The file is offered below.');
        setRunning(false);
      },
      (error: unknown) => {
        say('It could not be measured: ' + String(error));
        setRunning(false);
      },
    );
  });
  byId('contribute-download').addEventListener('click', () => {
    if (file) download(file.name, file.text);
  });
}

const nameOf = ({ engine, version }: Contribution): string => 'rtc-close-shim-' + engine + '-' + version + '.json';

function offer(contribution: Contribution, name: string): void {
  const link = issueLink(contribution, name, location.href);
  byId('contribution').hidden = false;
  byId('contribution-name').textContent = name;
  byId('contribute-issue').hidden = !link;
  if (link) byId<HTMLAnchorElement>('contribute-issue').href = link;
  byId('contribute-by-hand').hidden = !!link;
}
