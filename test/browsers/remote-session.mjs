import { spawnSync } from 'node:child_process';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Builder, error as webdriverErrors } from 'selenium-webdriver';
import { cleanUpOnExit } from './clean-up-on-exit.mjs';

const QUIT = fileURLToPath(new URL('./remote-quit.mjs', import.meta.url));
// A Grid queues a request while all its browsers are busy; a device has to be made ready.
const SESSION_TIMEOUT_MS = 180_000;
const QUIT_TIMEOUT_MS = 15_000;
const QUIT_ON_EXIT_MS = 5_000;

/**
 * @typedef {object} RemoteSession
 * @property {{ browserName: string, browserVersion: string }} capabilities
 * @property {string} userAgent
 * @property {(url: string) => Promise<void>} go resolves when the page has loaded; rejects with a sentence why not
 * @property {() => Promise<void>} quit ends the session as far as its endpoint lets; does not reject
 */

/**
 * Opens a session at a WebDriver endpoint; the end of this process ends it too.
 * @param {string} endpoint URL, which may carry a user and a key: no message has them
 * @param {Record<string, unknown>} capabilities with a `browserName`
 * @param {number} timeoutMs three minutes by default
 * @returns {Promise<RemoteSession>}
 * @throws when the endpoint does not answer or refuses
 */
export async function openSession(endpoint, capabilities, timeoutMs = SESSION_TIMEOUT_MS) {
  const { protocol, origin, pathname } = new URL(endpoint);
  const where = origin + pathname;
  const agent = new (protocol === 'https:' ? HttpsAgent : HttpAgent)();
  const asked = new Builder().disableEnvironmentOverrides().usingServer(endpoint).usingHttpAgent(agent).withCapabilities(capabilities).build();
  const driver = await inTime(Promise.resolve(asked), timeoutMs).catch((error) => {
    asked.then((late) => late.quit()).catch(() => {});
    letGo(agent);
    throw new Error(`${where} ${error instanceof webdriverErrors.WebDriverError ? 'refuses a session' : 'gives no session'}: ${sentence(error)}`, { cause: error });
  });
  const session = await driver.getSession();
  const callOff = cleanUpOnExit(() => {
    spawnSync(process.execPath, [QUIT], { input: JSON.stringify({ endpoint, id: session.getId() }), timeout: QUIT_ON_EXIT_MS, stdio: ['pipe', 'ignore', 'ignore'] });
  });
  const quit = async () => {
    await inTime(driver.quit(), QUIT_TIMEOUT_MS).catch(() => {}); // It is gone, or its endpoint is.
    letGo(agent);
    callOff();
  };
  try {
    return {
      capabilities: { browserName: String(session.getCapability('browserName')), browserVersion: String(session.getCapability('browserVersion')) },
      userAgent: await inTime(driver.executeScript('return navigator.userAgent'), timeoutMs),
      go: (url) => driver.get(url).catch((error) => Promise.reject(new Error(sentence(error), { cause: error }))),
      quit,
    };
  } catch (error) {
    await quit();
    throw new Error(`${where} lost its session: ${sentence(error)}`, { cause: error });
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} timeoutMs
 * @returns {Promise<T>}
 */
async function inTime(promise, timeoutMs) {
  const stopTimer = new AbortController();
  try {
    return await Promise.race([
      promise,
      delay(timeoutMs, undefined, { signal: stopTimer.signal }).then(() => Promise.reject(new Error(`no answer within ${timeoutMs / 1000} s`))),
    ]);
  } finally {
    stopTimer.abort();
  }
}

/**
 * Lets this process end although the endpoint has not answered; to cut the connection would make the client ask again.
 * @param {HttpAgent} agent
 */
function letGo(agent) {
  for (const socket of Object.values(agent.sockets).flat()) socket?.unref();
}

/** @param {unknown} error of which endpoints write whole stacks */
function sentence(error) {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 300);
}
