import { byId } from './by-id';
import { trackerOf } from './issue-link';

/** Points the links to the project at its repository, where it is known; the page as it is names the package. */
export function linkProject(): void {
  const tracker = trackerOf(location.href);
  if (!tracker) return;
  byId<HTMLAnchorElement>('issues').href = tracker;
  byId<HTMLAnchorElement>('readme').href = tracker.replace(/\/issues$/, '#readme');
}
