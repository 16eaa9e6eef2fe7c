import { transform } from 'esbuild';

/**
 * Members of the shim's own objects, which nobody outside of a bundle reads: no minifier may shorten such names by itself. None is the
 * name of a member of the platform's, of an option, or of what `install()` returns, and none is asked for by a string
 * (test/unit/build/own-names.test.mjs).
 */
const names = [
  'Connection',
  'OwnPromise',
  'OwnStream',
  'addName',
  'capturesFirst',
  'closeLate',
  'closeObject',
  'declaredAs',
  'fire',
  'fires',
  'getReady',
  'global',
  'guardMessages',
  'handles',
  'inLife',
  'isActive',
  'isPrefixedGecko',
  'isSuppressed',
  'listenTo',
  'memberName',
  'memberPart',
  'memberRealm',
  'milestone',
  'ofKind',
  'peer',
  'postpone',
  'precede',
  'prototypeFor',
  'recall',
  'refusal',
  'stateOf',
  'suppresses',
  'task',
  'undo',
  'warnsOfStreams',
  'watch',
  'wrap',
];

/** What these names match, and nothing else. */
export const ownNames = new RegExp(`^(${names.join('|')})$`);

/**
 * Whether a chunk is the module with the shim.
 * @param {readonly string[]} moduleIds
 */
export function isShim(moduleIds) {
  return moduleIds.some((id) => /[\\/]src[\\/]shim[\\/]install\.ts$/.test(id));
}

/**
 * The rollup plugin that shortens them in the module with the shim; its script tags' minifier does the same.
 * @returns {import('rollup').Plugin}
 */
export function shortensOwnNames() {
  return {
    name: 'shortens-own-names',
    async renderChunk(code, { moduleIds }) {
      if (!isShim(moduleIds)) return null;
      return await transform(code, { mangleProps: ownNames, sourcemap: 'external', target: 'es2017' });
    },
  };
}
