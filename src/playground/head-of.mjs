/** The picture that is shown beside a link to the page; it is served beside it. */
const PICTURE = 'matrix.svg';

/**
 * What of the page's head needs to know where it is published: services that show a preview of a link follow absolute addresses alone.
 * @param {{ homepage?: string }} manifest package.json
 * @returns {string}
 */
export function headOf({ homepage }) {
  const beside = homepage && /^https:\/\/[^#]*$/.test(homepage) ? homepage.replace(/\/?$/, '/') : '';
  return [
    beside && `<meta property="og:url" content="${beside}">`,
    `<meta property="og:image" content="${beside}${PICTURE}">`,
    '<meta property="og:image:alt" content="The clauses of the close contract, and which versions of Chromium and Firefox keep them, natively and with the shim">',
    '',
  ].filter((line) => line !== '').join('\n') + '\n';
}
