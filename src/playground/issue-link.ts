import { issues } from '../baked';
import type { Contribution } from '../measurement/contribution.mjs';

/**
 * The link to a new issue of the project, filled in for a contribution: the file itself is too long for a link.
 * @param place The address of this page.
 * @returns undefined where it is not known where the project lives
 */
export function issueLink({ engine, version, platform, suite, shim, browser }: Contribution, file: string, place: string, known = issues): string | undefined {
  const tracker = trackerOf(place, known);
  if (!tracker) return undefined;
  const title = 'Measurement of ' + engine + ' ' + version + ' (' + platform + ')';
  const body = ['Attach ' + file + ' here (drop it into this field).', '', 'Shim ' + shim + ', suite ' + suite, browser.userAgent].join('\n');
  return tracker + '/new?title=' + encodeURIComponent(title) + '&body=' + encodeURIComponent(body);
}

/**
 * The address of the project's issues, without a slash at its end.
 * @param place The address of this page.
 * @returns undefined where it is not known where the project lives
 */
export function trackerOf(place: string, known = issues): string | undefined {
  // A package that nobody published yet names nobody.
  const tracker = known && known.indexOf('/OWNER/') < 0 ? known : trackerOfPages(place);
  return tracker && tracker.replace(/\/$/, '');
}

/** GitHub serves the pages of a repository at an address that names it. */
function trackerOfPages(place: string): string | undefined {
  const found = /^https:\/\/([\w-]+)\.github\.io\/([\w.-]+)\//.exec(place);
  return found ? 'https://github.com/' + found[1] + '/' + found[2] + '/issues' : undefined;
}
