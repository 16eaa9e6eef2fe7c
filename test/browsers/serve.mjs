import { createServer } from 'node:http';
import { servedFile } from './served-file.mjs';

const LARGEST_REPORT = 16 * 1024 * 1024;
const MAILBOX = /^\/(report|progress)\/([\w-]+)$/;
const ALIVE = /^\/alive\/([\w-]+)$/;

/**
 * @typedef {object} Options
 * @property {import('./served-file.mjs').Files} files
 * @property {(id: string, json: unknown) => void} [onReport] a page posted JSON to `/report/ID`
 * @property {(id: string, json: unknown) => void} [onProgress] a page posted JSON to `/progress/ID`
 * @property {(id: string) => void} [onGone] a page that held a GET of `/alive/ID` open has let go of it: it is closed, left or crashed
 * @property {(path: string) => void} [onRequest] a page asked for this path
 * @property {Record<string, string>} [headers] for every file
 * @property {number} [port] any free one by default
 * @property {string} [host] a name or address of this machine, under which all that reach it are served; only this machine by default
 */

/**
 * Serves `files` to this machine alone (unless a `host` is given), uncached, and takes what pages report.
 * @param {Options} options
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} `url` is `http://localhost:PORT`, a secure context; with `host` it is none
 */
export async function serve(options) {
  const server = createServer((request, response) => {
    respond(options, request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    });
  });
  const { host } = options;
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, host ?? '127.0.0.1', () => resolve(undefined));
  }).catch((error) => {
    throw host === undefined ? error : new Error(`nothing can be served at ${host}: ${error.message}`, { cause: error });
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://${host?.includes(':') ? `[${host}]` : (host ?? 'localhost')}:${port}`,
    port,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/**
 * @param {Options} options
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function respond(options, request, response) {
  const path = pathOf(request.url ?? '/');
  if (path === undefined) return end(response, 400);
  options.onRequest?.(path);
  const [, box, id] = MAILBOX.exec(path) ?? [];
  if (box !== undefined && id !== undefined) {
    if (request.method !== 'POST') return end(response, 405);
    const status = await receive(request, (json) => (box === 'report' ? options.onReport : options.onProgress)?.(id, json));
    return end(response, status);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
  const alive = ALIVE.exec(path)?.[1];
  if (alive !== undefined) return void response.once('close', () => options.onGone?.(alive));
  const file = await servedFile(options.files, path);
  if (!file) return end(response, 404);
  response.writeHead(200, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...options.headers, ...file.headers });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

/** @param {string} url */
function pathOf(url) {
  try {
    return decodeURIComponent(url.replace(/[?#].*/s, ''));
  } catch {
    return undefined;
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {(json: unknown) => void} take
 * @returns {Promise<number>} the HTTP status to answer with
 */
async function receive(request, take) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // What is too much is read to its end, and dropped, or the page would see a broken connection and no status.
    if (size <= LARGEST_REPORT) chunks.push(chunk);
  }
  if (size > LARGEST_REPORT) return 413;
  /** @type {unknown} */
  let json;
  try {
    json = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return 400;
  }
  take(json);
  return 204;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 */
function end(response, status) {
  response.writeHead(status, { 'cache-control': 'no-store' });
  response.end();
}
