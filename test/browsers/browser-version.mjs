import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { explainFailure } from './explain-failure.mjs';

const run = promisify(execFile);
const TIMEOUT_MS = 20_000;

/**
 * The full version of a browser, found without opening a window; rejects when its program says none.
 * @param {import('./find-browsers.mjs').Engine} engine
 * @param {string} executablePath
 * @param {Record<string, string>} env
 * @returns {Promise<string>}
 */
export async function browserVersion(engine, executablePath, env = {}) {
  if (process.platform === 'win32') {
    // There --version opens a window (chrome.exe) or says nothing to a pipe (firefox.exe).
    const noted = engine === 'firefox' ? await versionInIni(executablePath) : await versionBeside(executablePath);
    if (noted) return noted;
    throw new Error('no version stands beside its program');
  }
  const { stdout } = await run(executablePath, ['--version'], { env: { ...process.env, ...env }, timeout: TIMEOUT_MS }).catch((error) => {
    throw new Error(explainFailure(error, error.stderr) || error.message.split('\n')[0], { cause: error });
  });
  return versionIn(stdout);
}

/**
 * The version number in what a browser answers to `--version`.
 * @param {string} text
 * @returns {string}
 */
export function versionIn(text) {
  const version = /\d+(?:\.\d+)+\w*/.exec(text)?.[0];
  if (!version) throw new Error(`no version in its answer to --version: ${JSON.stringify(text.slice(0, 200))}`);
  return version;
}

/** @param {string} executablePath */
async function versionInIni(executablePath) {
  const ini = await readFile(join(dirname(executablePath), 'application.ini'), 'utf8').catch(() => '');
  return /^Version=(\S+)/m.exec(ini)?.[1];
}

/** @param {string} executablePath a folder or a manifest of that name is beside chrome.exe and msedge.exe */
async function versionBeside(executablePath) {
  const names = await readdir(dirname(executablePath)).catch(() => []);
  return names
    .map((name) => /^(\d+\.\d+\.\d+\.\d+)(\.manifest)?$/.exec(name)?.[1])
    .filter((version) => version !== undefined)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
}
