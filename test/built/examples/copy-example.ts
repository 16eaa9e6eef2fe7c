import { cp, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
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

/** Copies an example, puts the packed package into its `node_modules`, and links the tools of its package.json from the project's. */
export async function copyExample(name: string, tools: string[] = []): Promise<Example> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), `rtc-close-shim-${name}-`));
  await cp(join(ROOT, 'test/examples', name), folder, { recursive: true });
  await packInto(folder);
  for (const tool of tools) {
    const place = join(folder, 'node_modules', tool);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(ROOT, 'node_modules', tool), place, 'junction');
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
