import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { placeOf } from './place-of.mjs';

/** What is copied to the site as it is. */
const COPIED = /\.(?:svg|json)$|^LICENSE$/;

/**
 * What a link of a page is on the site.
 * @typedef {object} Resolved
 * @property {string | undefined} href undefined where it leads nowhere that is known
 * @property {string} [page] a page of the repository that the site has to have then
 * @property {string} [file] a file of it
 */

/**
 * @param {string} link as it stands on the page
 * @param {string} from the page, by its path in the repository
 * @param {{ root: string, source: string | undefined }} where the repository's folder, with a slash at its end; the address below which its files can be read, if there is one
 * @returns {Resolved}
 * @throws where nothing is at the link
 */
export function resolveLink(link, from, { root, source }) {
  if (/^(?:[a-z][a-z+.-]*:|#)/i.test(link)) return { href: link };
  const [path = '', anchor] = link.split('#');
  const target = join(dirname(from), decodeURIComponent(path));
  if (!existsSync(root + target)) throw new Error(`${from} links to ${link}, and there is no ${target}`);
  const readme = join(target, 'README.md');
  const file = statSync(root + target).isDirectory() && existsSync(root + readme) ? readme : target;
  const place = () => `${relative(dirname(placeOf(from)), placeOf(file)).replace(/(^|\/)index\.html$/, '$1') || './'}${anchor === undefined ? '' : `#${anchor}`}`;
  if (file.endsWith('.md')) return { href: place(), page: file };
  if (file === 'dist/playground.html') return { href: place() };
  if (COPIED.test(file)) return { href: place(), file };
  return { href: source === undefined ? undefined : source + file };
}
