import { makeBadge } from 'badge-maker';
import { isPlaceholder } from '../build/project.mjs';

const FOLDER = 'dist/badges/';

/**
 * @typedef {object} Badge
 * @property {string} name of its file
 * @property {string} label
 * @property {string} message
 * @property {string} link
 *
 * @param {{ version: string, size: string, licence: string }} facts
 * @returns {Badge[]}
 */
function badges({ version, size, licence }) {
  return [
    { name: 'npm', label: 'npm', message: version, link: 'https://www.npmjs.com/package/rtc-close-shim' },
    { name: 'ci', label: 'CI', message: 'real browsers', link: '.github/workflows/ci.yml' },
    { name: 'size', label: 'brotli', message: size, link: '#which-entry-is-for-me' },
    { name: 'types', label: 'types', message: 'included', link: '#install' },
    { name: 'licence', label: 'licence', message: licence, link: 'LICENSE' },
  ];
}

/**
 * The badges as files: what they say is known here, and no server has to be asked for it.
 * @param {{ version: string, size: string, licence: string }} facts
 * @returns {Record<string, string>} path → SVG
 */
export function badgeFiles(facts) {
  return Object.fromEntries(badges(facts).map(({ name, label, message }) => [`${FOLDER}${name}.svg`, `${makeBadge({ label, message, color: '#1d4fb8' })}\n`]));
}

/**
 * The line of badges as Markdown. Whether CI is green, only the repository's server can say, once it is known.
 * @param {{ version: string, size: string, licence: string }} facts
 * @param {{ repository: string }} project
 * @returns {string}
 */
export function badgeLine(facts, { repository }) {
  return badges(facts)
    .map(({ name, label, message, link }) => {
      const isLive = name === 'ci' && !isPlaceholder(repository);
      const place = isLive ? `${repository}/actions/workflows/ci.yml` : link;
      return `[![${label}: ${message}](${isLive ? `${place}/badge.svg` : `${FOLDER}${name}.svg`})](${place})`;
    })
    .join(' ');
}
