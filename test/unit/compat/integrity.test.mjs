import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { integrityOf } from '../../../src/build/integrity.mjs';
import { integrityTable } from '../../../src/compat/integrity-table.mjs';

const ROOT = new URL('../../../', import.meta.url);

describe('the integrity of the scripts', () => {
  it('is SHA-384 in base64', () => {
    // Of the empty text, as every implementation has it.
    expect(integrityOf('')).toBe('sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb');
  });

  it('stands in the README, with the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
    const table = integrityTable();
    expect(table).toContain(`version ${version} `);
    expect(table.match(/sha384-/g)).toHaveLength(4);
    expect(readFileSync(new URL('README.md', ROOT), 'utf8')).toContain(table);
  });
});
