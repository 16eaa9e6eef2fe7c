import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { isPlaceholder, readProject } from '../build/project.mjs';
import { placeOf } from './place-of.mjs';
import { renderPage } from './render-page.mjs';
import { resolveLink } from './resolve-link.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OWN = ['site.css', 'icon.svg'];
const PLAYGROUND = 'dist/playground.html';

const NAVIGATION = /** @type {[path: string, text: string][]} */ ([
  ['README.md', 'rtc-close-shim'],
  [PLAYGROUND, 'Try it'],
  ['src/docs/browsers.md', 'Browsers'],
  ['src/docs/what-changes-for-your-code.md', 'What changes for your code'],
  ['src/docs/limits.md', 'Limits'],
  ['CHANGELOG.md', 'Changelog'],
]);

/**
 * Makes the site: the README and all pages that it leads to, the pictures on them, and the playground. What was in the folder is gone.
 * @param {string} folder
 * @param {{ repository?: string, revision?: string }} [published] where the files can be read that the site does not have; by default what package.json says, at the tag of its version
 * @returns {string[]} the paths of what it wrote, below the folder
 */
export function buildSite(folder, published = {}) {
  rmSync(folder, { recursive: true, force: true });
  const { version, repository: known } = readProject();
  const repository = published.repository ?? (isPlaceholder(known) ? undefined : known);
  const source = repository && `${repository}/blob/${published.revision ?? `v${version}`}/`;
  /** @type {Map<string, () => string | undefined>} place → writes it; what a function returns is its text, nothing where it copied */
  const written = new Map();
  const put = (/** @type {string} */ place, /** @type {string} */ text) => {
    written.set(place, () => text);
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    writeFileSync(join(folder, place), text);
  };
  const copy = (/** @type {string} */ path, /** @type {string} */ place) => {
    written.set(place, () => undefined);
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    copyFileSync(join(ROOT, path), join(folder, place));
  };

  const pages = new Set(['README.md', ...readdirSync(`${ROOT}src/docs`).filter((name) => name.endsWith('.md')).map((name) => `src/docs/${name}`)]);
  // A set goes on to what is added while it is gone through.
  for (const page of pages) {
    const from = dirname(placeOf(page));
    const base = relative(from, '.') ? `${relative(from, '.')}/` : '';
    const navigation = NAVIGATION.map(([path, text]) => ({ text, href: `${base}${placeOf(path)}`.replace(/(^|\/)index\.html$/, '$1') || './' }));
    if (repository) navigation.push({ text: 'Repository', href: repository });
    put(placeOf(page), renderPage({
      markdown: readFileSync(join(ROOT, page), 'utf8'),
      navigation,
      base,
      resolve(link) {
        const found = resolveLink(link, page, { root: ROOT, source });
        if (found.page !== undefined) pages.add(found.page);
        if (found.file !== undefined) copy(found.file, placeOf(found.file));
        return found;
      },
    }));
    if (page === 'README.md') for (const [path] of NAVIGATION) if (path.endsWith('.md')) pages.add(path);
  }
  for (const name of OWN) copy(`src/site/${name}`, name);
  playground(put, copy);
  return [...written.keys()].sort();
}

/**
 * The playground with what is beside it that it asks for.
 * @param {(place: string, text: string) => void} put
 * @param {(path: string, place: string) => void} copy
 */
function playground(put, copy) {
  const page = readFileSync(join(ROOT, PLAYGROUND), 'utf8');
  const to = dirname(placeOf(PLAYGROUND));
  put(placeOf(PLAYGROUND), page.replace('<!-- report -->', '<p><a href="../">What rtc-close-shim is</a></p>'));
  const asked = [...page.matchAll(/\b(?:src|href)="([\w.-]+)"/g)].map(([, name = '']) => name);
  for (const name of new Set(asked)) if (existsSync(join(ROOT, 'dist', name))) copy(`dist/${name}`, join(to, name));
}
