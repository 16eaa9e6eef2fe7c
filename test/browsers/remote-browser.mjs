import { remoteIdentity } from './remote-identity.mjs';
import { openSession } from './remote-session.mjs';
import { RunError } from './run-error.mjs';

/**
 * @typedef {import('./find-browsers.mjs').Browser & Required<Pick<import('./run-page.mjs').Opener, 'open'>> & import('./run-page.mjs').Opener} RemoteBrowser
 *
 * @typedef {object} RemoteOptions
 * @property {string} endpoint
 * @property {Record<string, unknown>} capabilities with a `browserName`
 * @property {string} [pageHost] the address of this machine that the browser reaches; loopback by default
 */

/**
 * A browser behind a WebDriver endpoint, of which a first session tells what it is; each page is opened in a session of its own.
 * @param {string} name
 * @param {RemoteOptions} options
 * @returns {Promise<RemoteBrowser>}
 * @throws when there is no session to be had, or its engine is not measured
 */
export async function remoteBrowser(name, { endpoint, capabilities, pageHost }) {
  const first = await openSession(endpoint, capabilities);
  const { engine, version } = await first.quit().then(() => remoteIdentity(first.capabilities, first.userAgent));
  return {
    name,
    // What this machine can't have (Safari), and a source that is no place on it.
    engine: /** @type {import('./find-browsers.mjs').Engine} */ (engine),
    source: /** @type {import('./find-browsers.mjs').Browser['source']} */ (/** @type {string} */ ('remote')),
    version,
    executablePath: '',
    env: {},
    pageHost,
    async open(url) {
      const session = await openSession(endpoint, capabilities);
      // A Grid has several of one name.
      const now = remoteIdentity(session.capabilities, session.userAgent);
      if (now.engine !== engine || now.version !== version) {
        await session.quit();
        throw new Error(`${name} was ${engine} ${version} at first and then ${now.engine} ${now.version}: ask for one (--browser ${capabilities.browserName}@${version.split('.')[0]})`);
      }
      const exited = session.go(url).then(
        () => new Promise(() => {}),
        (error) => Promise.reject(new RunError('could-not-start', `${name} could not open ${url.replace(/\?.*/, '')}: ${error.message}`)),
      );
      return { exited, stop: session.quit, stderrTail: () => '' };
    },
  };
}
