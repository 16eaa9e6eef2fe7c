import { readFile } from 'node:fs/promises';
import { headOf } from './head-of.mjs';
import { withFallbacks } from './with-fallbacks.mjs';

const read = (/** @type {string} */ path) => readFile(new URL(path, import.meta.url), 'utf8');

/**
 * The rollup plugin that puts the playground's page and style beside its script.
 * @returns {import('rollup').Plugin}
 */
export function playgroundPage() {
  return {
    name: 'playground-page',
    async generateBundle() {
      const style = `${await read('../timeline/page.css')}\n${await read('playground.css')}`;
      const page = await read('playground.html');
      this.emitFile({ type: 'asset', fileName: 'playground.html', source: page.replace('<!-- head -->\n', headOf(JSON.parse(await read('../../package.json')))) });
      this.emitFile({ type: 'asset', fileName: 'playground.css', source: withFallbacks(style) });
    },
  };
}
