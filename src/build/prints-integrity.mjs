import { integrityOf } from './integrity.mjs';

/**
 * The rollup plugin that prints what a script tag's `integrity` attribute has to be.
 * @returns {import('rollup').Plugin}
 */
export function printsIntegrity() {
  return {
    name: 'prints-integrity',
    writeBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') this.info(`${file.fileName}: integrity="${integrityOf(file.code)}"`);
    },
  };
}
