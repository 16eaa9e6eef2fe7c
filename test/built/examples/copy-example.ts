import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packInto } from '../../package/pack.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** An example as a reader has it after `npm install`: outside of the project, with the package from its tarball. */
export interface Example {
  folder: string;
  remove(): Promise<void>;
}

interface Manifest {
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Copies an example, puts the packed package into its `node_modules`, and links from the project's what else its package.json asks for. */
export async function copyExample(name: string): Promise<Example> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), `rtc-close-shim-${name}-`));
  await cp(join(ROOT, 'test/examples', name), folder, { recursive: true });
  await packInto(folder);
  const { dependencies, devDependencies } = await manifest(folder);
  for (const each of Object.keys({ ...dependencies, ...devDependencies })) if (each !== 'rtc-close-shim') await link(each, join(folder, 'node_modules'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

async function link(name: string, modules: string): Promise<void> {
  const source = join(ROOT, 'node_modules', name);
  await makeLink(source, join(modules, name));
  for (const [command, program] of Object.entries((await manifest(source)).bin ?? {})) {
    await makeLink(join(source, program), join(modules, '.bin', command));
  }
}

async function makeLink(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path);
}

async function manifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}
