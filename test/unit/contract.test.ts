import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clausesOf, pathOf } from '../../src/compat/read-table.mjs';
import { checks } from '../../src/conformance/checks';
import { clauses } from '../../src/contract/clauses';
import { repairs } from '../../src/shim/repairs';

const ids = Object.keys(clauses);
const root = new URL('../../', import.meta.url);
const files = (folder: string) =>
  readdirSync(new URL(folder, root))
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => name !== 'index')
    .sort();

describe('one id joins', () => {
  it('the repairs, in the order of the contract', () => {
    expect(repairs.map(({ id }) => id)).toEqual(ids);
  });

  it('the checks, in the order of the contract', () => {
    expect(checks.map(({ id }) => id)).toEqual(ids);
  });

  it('the files', () => {
    expect(files('src/shim/repairs')).toEqual([...ids].sort());
    expect(files('src/conformance/checks')).toEqual([...ids].sort());
  });

  for (const id of ids) {
    it(`${id}: its files speak of it, and the README has its line`, () => {
      expect(readFileSync(new URL(`src/shim/repairs/${id}.ts`, root), 'utf8')).toContain(`id: '${id}'`);
      expect(readFileSync(new URL(`src/conformance/checks/${id}.ts`, root), 'utf8')).toContain(`id: '${id}'`);
      expect(readFileSync(new URL('README.md', root), 'utf8')).toContain(`\`${id}\``);
    });
  }

  it('the rows of the table', () => {
    expect(existsSync(new URL('compat-data.json', root))).toBe(true);
    const data = JSON.parse(readFileSync(new URL('compat-data.json', root), 'utf8'));
    expect(clausesOf(data).map(({ id, path, compat }) => [id, path, typeof compat.description])).toEqual(ids.map((id) => [id, pathOf(id), 'string']));
    expect(Object.keys(data.api.RTCPeerConnection.close)).toHaveLength(ids.length);
  });
});
