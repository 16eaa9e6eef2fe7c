import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { rooms } from '../../src/shim/rooms.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const names = Object.keys(rooms);
const roomOf = (/** @type {string} */ place) => place.split('/')[0] ?? place;

/**
 * The first circle in what points to what; none where there is none.
 * @param {ReadonlyMap<string, readonly string[]>} arrows
 */
function findCircle(arrows) {
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {(place: string, way: string[]) => string[] | undefined} */
  const walk = (place, way) => {
    if (way.includes(place)) return [...way.slice(way.indexOf(place)), place];
    if (done.has(place)) return undefined;
    for (const next of arrows.get(place) ?? []) {
      const circle = walk(next, [...way, place]);
      if (circle) return circle;
    }
    done.add(place);
    return undefined;
  };
  for (const place of arrows.keys()) {
    const circle = walk(place, []);
    if (circle) return circle;
  }
  return undefined;
}

/** The files that each file of src imports, types too. */
function readImports() {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|mjs)$/.test(name)).map((name) => join('src', name));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'));
      const found = importedFiles.map(({ fileName }) => ['', '.ts', '/index.ts'].map((end) => join(dirname(file), fileName) + end).find((path) => known.has(path)));
      return [file, found.filter((path) => path !== undefined)];
    }),
  );
}

describe('the rooms of the shim', () => {
  it('are all in the list, but for the entry', () => {
    const there = readdirSync(join(root, 'src/shim')).map((name) => name.replace(/\.ts$/, ''));
    expect(there.filter((name) => name !== 'install' && name !== 'rooms.mjs').sort()).toEqual([...names].sort());
  });

  it('import only from rooms that stand before them', () => {
    const backward = Object.entries(rooms).flatMap(([room, others], i) => others.filter((other) => !names.slice(0, i).includes(roomOf(other))).map((other) => `${room} → ${other}`));
    expect(backward).toEqual([]);
  });

  it('use each arrow that the list allows', () => {
    const imports = readImports();
    const inRoom = (/** @type {string} */ path, /** @type {string} */ place) => path === `src/shim/${place}.ts` || path.startsWith(`src/shim/${place}/`);
    const unused = Object.entries(rooms).flatMap(([room, others]) =>
      others.filter((other) => ![...imports].some(([file, found]) => inRoom(file, room) && found.some((path) => inRoom(path, other)))).map((other) => `${room} → ${other}`),
    );
    expect(unused).toEqual([]);
  });

  it('have walls that the linter holds', async () => {
    const linter = new ESLint({ cwd: root });
    for (const [room, others] of Object.entries(rooms)) {
      const isFile = room === 'repair';
      const [filePath, up] = isFile ? [`src/shim/${room}.ts`, './'] : [`src/shim/${room}/new-file.ts`, '../'];
      const forbidden = async (/** @type {string} */ path) => {
        const [result] = await linter.lintText(`import '${path}';\n`, { filePath });
        return result?.messages.some(({ ruleId }) => ruleId === 'no-restricted-imports');
      };
      const allowed = names.filter((name) => others.some((other) => roomOf(other) === name));
      for (const name of names.filter((other) => other !== room)) {
        const path = up + (others.find((other) => roomOf(other) === name) ?? name) + (name === 'repair' || others.some((other) => other.startsWith(`${name}/`)) ? '' : '/file');
        expect([room, path, await forbidden(path)]).toEqual([room, path, !allowed.includes(name)]);
      }
      expect([room, await forbidden(`${up}install`), await forbidden(`${isFile ? '' : '../'}../conformance/check`), await forbidden(`${isFile ? '' : '../'}../contract/clauses`)]).toEqual([room, true, true, false]);
    }
  });
});

describe('the files of src', () => {
  it('import in no circle', () => {
    const imports = readImports();
    expect(imports.get('src/shim/install.ts')).toContain('src/shim/close/close.ts');
    expect(imports.get('src/shim/events/event-suppression.ts')).toContain('src/shim/repair.ts');
    expect(findCircle(imports)).toBe(undefined);
  });

  it('would be found to', () => {
    expect(findCircle(new Map([['a', ['b']], ['b', ['c', 'd']], ['c', []], ['d', ['b']]]))).toEqual(['b', 'd', 'b']);
  });
});
