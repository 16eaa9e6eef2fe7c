import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cleanUpOnExit } from '../../browsers/clean-up-on-exit.mjs';
import { killTree } from '../../browsers/kill-tree.mjs';

const ADDRESS = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/;

/** A server of an example. */
export interface Server {
  url: string;
  stop(): Promise<void>;
}

/** `npm run SCRIPT` in an example, to its end; resolves to what it printed. */
export async function npmRun(folder: string, script: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const child = start(folder, [script], env);
  const output = collect(child);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`npm run ${script} ended with ${code}:\n${output()}`);
  return output();
}

/** `npm run SCRIPT` of a server, on a free port of this machine alone; resolves as soon as it has said where it is. */
export async function npmServe(folder: string, script: string): Promise<Server> {
  const child = start(folder, [script, '--', '--host', '127.0.0.1', '--port', '0'], {});
  const ended = once(child, 'close');
  const output = collect(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => {
      const [address] = ADDRESS.exec(output()) ?? [];
      if (address) resolve(address);
    });
    void ended.then(([code]) => reject(new Error(`npm run ${script} ended with ${code}:\n${output()}`)));
  });
  return {
    url,
    async stop() {
      killTree(child.pid!);
      await ended;
    },
  };
}

function start(folder: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const isWindows = process.platform === 'win32';
  const child = spawn('npm', ['run', ...args], { cwd: folder, env: { ...readersEnvironment(folder), ...env }, detached: !isWindows, shell: isWindows });
  child.once('close', cleanUpOnExit(() => killTree(child.pid!)));
  return child;
}

/** What a reader's shell would have: nothing of the runners that run this, and no tool of the project's. */
function readersEnvironment(folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|PW|PLAYWRIGHT|TEST_|COUNTS_FILE$|NODE_OPTIONS$|FORCE_COLOR$|PATH$)/i.test(name));
  const path = (process.env.PATH ?? '').split(delimiter).filter((place) => !place.endsWith(join('node_modules', '.bin')));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), ASTRO_TELEMETRY_DISABLED: '1', npm_config_update_notifier: 'false', npm_config_cache: join(folder, '.npm') };
}

function collect({ stdout, stderr }: ChildProcess): () => string {
  const parts: string[] = [];
  for (const stream of [stdout!, stderr!]) stream.setEncoding('utf8').on('data', (text: string) => parts.push(text));
  return () => stripVTControlCharacters(parts.join(''));
}
