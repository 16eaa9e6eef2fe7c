import { readFile } from 'node:fs/promises';
import { rollup } from 'rollup';
import configs from '../../rollup.config.mjs';

// Builds in memory and compares with `dist`: what is committed is what the sources give.

/** @type {Map<string, string>} */
const built = new Map();
for (const { output, ...input } of configs) {
  const bundle = await rollup({ ...input, logLevel: 'silent' });
  for (const options of [output ?? []].flat()) {
    const { output: files } = await bundle.generate(options);
    for (const file of files) built.set(file.fileName, file.type === 'chunk' ? file.code : String(file.source));
  }
  await bundle.close();
}
const dist = new URL('../../dist/', import.meta.url);
const differing = [];
for (const [name, text] of built) {
  const present = await readFile(new URL(name, dist), 'utf8').catch(() => undefined);
  if (present !== text) differing.push(present === undefined ? `${name} is missing` : `${name} differs`);
}
if (differing.length) {
  console.error(`dist is not what the sources build: ${differing.join(', ')}. Run \`npm run build\` and commit dist.`);
  process.exitCode = 1;
} else console.log(`dist is what the sources build (${built.size} files)`);
