/** The picture that is shown beside a link to the page. */
const PICTURE = 'matrix.svg';
/** Stands in package.json for who publishes it until somebody does. */
const NOBODY = 'OWNER';

/**
 * What of the page's head needs to know where it is published: services that show a preview of a link follow absolute addresses alone.
 * @param {{ homepage?: string }} manifest package.json
 * @returns {string}
 */
export function headOf({ homepage }) {
  const isKnown = homepage && /^https:\/\/[^#]*$/.test(homepage) && !homepage.includes(NOBODY);
  const site = isKnown ? homepage.replace(/\/?$/, '/') : '';
  return [
    site && `<meta property="og:url" content="${site}playground/">`,
    `<meta property="og:image" content="${site}${PICTURE}">`,
    '<meta property="og:image:alt" content="The clauses of the close contract, and which versions of Chromium and Firefox keep them, natively and with the shim">',
    '',
  ].filter((line) => line !== '').join('\n') + '\n';
}
