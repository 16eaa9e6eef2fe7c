import { transform } from 'esbuild';

/**
 * The rollup plugin that minifies what is for `require()`: whoever wants to read it reads the modules.
 * @returns {import('rollup').Plugin}
 */
export function minifiesCommonJs() {
  return {
    name: 'minifies-common-js',
    async renderChunk(code, _chunk, { format }) {
      // Of the small ones nothing is gained, and Node finds their exports by how they are written.
      if (format !== 'cjs' || code.length < 2000) return null;
      return { code: (await transform(code, { minify: true, target: 'es2017' })).code, map: null };
    },
  };
}
