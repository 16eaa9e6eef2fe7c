import { readFileSync } from 'node:fs';
import { remoteBrowser } from '../browsers/remote-browser.mjs';
import { UsageError } from '../commands/usage-error.mjs';

/**
 * What `--remote` asks for: a candidate for each browser.
 * @param {import('./matrix-arguments.mjs').RemoteArguments} remote
 * @returns {import('./measure-builds.mjs').Candidate[]}
 * @throws {UsageError} when the file of capabilities is none
 */
export function remoteCandidates({ endpoint, browsers, capabilities, host }) {
  const common = capabilities === undefined ? {} : readCapabilities(capabilities);
  return wishes(browsers, common).map((wish) => {
    const name = `${wish.name} (remote)`;
    return {
      name,
      advice: host === undefined ? 'a browser on another machine reaches this one with --host NAME, or through a tunnel of its cloud' : `does it reach ${host}?`,
      async find() {
        const browser = await remoteBrowser(name, { endpoint, capabilities: wish.capabilities, pageHost: host });
        return { name, engine: browser.engine, version: browser.version, browser };
      },
    };
  });
}

/**
 * The capabilities to ask for, a browser each: `NAME` or `NAME@VERSION` over what all share.
 * @param {readonly string[]} browsers none: what `common` names, or chrome
 * @param {Record<string, unknown>} common
 * @returns {{ name: string, capabilities: Record<string, unknown> }[]}
 */
export function wishes(browsers, common) {
  const names = browsers.length ? browsers : [String(common.browserName ?? 'chrome')];
  return names.map((name) => {
    const [browserName, browserVersion] = name.split('@');
    return { name, capabilities: { ...common, browserName, ...(browserVersion && { browserVersion }) } };
  });
}

/**
 * @param {string} path
 * @returns {Record<string, unknown>}
 */
function readCapabilities(path) {
  const expected = 'a file that has a JSON object of WebDriver capabilities';
  try {
    const json = JSON.parse(readFileSync(path, 'utf8'));
    if (json && typeof json === 'object' && !Array.isArray(json)) return json;
  } catch (error) {
    throw new UsageError(`--capabilities ${path}`, `${expected} (${error instanceof Error ? error.message : error})`, { cause: error });
  }
  throw new UsageError(`--capabilities ${path}`, expected);
}
