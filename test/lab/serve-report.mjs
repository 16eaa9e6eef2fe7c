import { once } from 'node:events';
import { serve } from '../browsers/serve.mjs';
import { playgroundFiles } from './playground-files.mjs';

const TRIES = 20;

/**
 * Serves the playground, and below it at `/report/` the folder of the report, to this machine alone, on `port` or the next that is free.
 * @param {string} folder ends with a slash
 * @param {number} port
 * @returns {ReturnType<typeof serve>}
 */
export async function serveReport(folder, port) {
  const files = { ...(await playgroundFiles()), '/favicon.ico': { body: '' }, '/report/': { file: `${folder}index.html`, type: 'text/html; charset=utf-8' }, '/report/report.json': `${folder}report.json` };
  for (let i = 0; ; i++) {
    try {
      return await serve({ files, port: port + i });
    } catch (error) {
      const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
      if (!taken || i === TRIES || port + i === 65535) throw error;
    }
  }
}

/**
 * Resolves when this process is asked to end: Ctrl-C, or a polite kill.
 * @returns {Promise<void>}
 */
export async function askedToEnd() {
  const stop = new AbortController();
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => once(process, name, { signal: stop.signal }).catch(() => {})));
  stop.abort();
}
