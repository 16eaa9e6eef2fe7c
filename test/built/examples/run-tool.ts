import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cleanUpOnExit } from '../../browsers/clean-up-on-exit.mjs';

const ADDRESS = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/;

/** Runs a tool of an example to its end, as its `npm run` does; resolves to what it printed. */
export async function runTool(folder: string, tool: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const child = await start(folder, tool, args, env);
  const output = collect(child);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${tool} ${args.join(' ')} ended with ${code}:\n${output()}`);
  return output();
}

/** Starts a server of an example, and resolves as soon as it has said where it is. */
export async function startServer(folder: string, tool: string, args: string[]): Promise<{ url: string; stop(): Promise<void> }> {
  const child = await start(folder, tool, args, {});
  const ended = once(child, 'close');
  const output = collect(child);
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const [address] = ADDRESS.exec(output()) ?? [];
      if (address) resolve(address);
    };
    child.stdout!.on('data', look);
    child.stderr!.on('data', look);
    void ended.then(([code]) => reject(new Error(`${tool} ${args.join(' ')} ended with ${code}:\n${output()}`)));
  });
  return {
    url,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

async function start(folder: string, tool: string, args: string[], env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const home = join(folder, 'node_modules', tool);
  const { bin } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  const program = join(home, typeof bin === 'string' ? bin : Object.values(bin)[0]!);
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...outerEnvironment(), ...env } });
  child.once('close', cleanUpOnExit(() => child.kill()));
  return child;
}

/** What a reader's shell would have: nothing of the test runner that runs this. */
function outerEnvironment(): NodeJS.ProcessEnv {
  const inner = Object.entries(process.env).filter(([name]) => !/^(PW|PLAYWRIGHT|TEST_|COUNTS_FILE$|NODE_OPTIONS$|FORCE_COLOR$)/.test(name));
  return { ...Object.fromEntries(inner), ASTRO_TELEMETRY_DISABLED: '1' };
}

function collect({ stdout, stderr }: ChildProcess): () => string {
  const parts: string[] = [];
  for (const stream of [stdout!, stderr!]) stream.setEncoding('utf8').on('data', (text: string) => parts.push(text));
  return () => stripVTControlCharacters(parts.join(''));
}
