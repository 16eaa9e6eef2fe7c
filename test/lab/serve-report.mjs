import { once } from 'node:events';
import { serve } from '../browsers/serve.mjs';

const TRIES = 20;

/**
 * Serves the folder of the report to this machine alone, on `port` or the next that is free.
 * @param {string} folder ends with a slash
 * @param {number} port
 * @returns {ReturnType<typeof serve>}
 */
export async function serveReport(folder, port) {
  const files = { '/': `${folder}index.html`, '/favicon.ico': { body: '' }, '/report.json': `${folder}report.json` };
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
