import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ownNames } from '../../../src/build/own-names.mjs';

const root = new URL('../../../', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, root), 'utf8');
const filesIn = (/** @type {string} */ folder) => readdirSync(new URL(folder, root), { recursive: true }).map((name) => `${folder}${name}`);
const own = ownNames.source.slice('^('.length, -')$'.length).split('|');

/** @param {string} path */
const parse = (path) => ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true, path.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS);

/**
 * The names that the nodes of a tree give.
 * @param {import('typescript').Node} node
 * @param {(node: import('typescript').Node) => import('typescript').Node | undefined} nameIn
 * @param {Set<string>} names
 */
function collect(node, nameIn, names = new Set()) {
  const name = nameIn(node);
  if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name))) names.add(name.text);
  ts.forEachChild(node, (child) => void collect(child, nameIn, names));
  return names;
}

/** What a node declares as a member, or asks an object for. @param {import('typescript').Node} node */
function memberName(node) {
  if (ts.isPropertyAccessExpression(node) || ts.isClassElement(node) || ts.isTypeElement(node) || ts.isObjectLiteralElementLike(node)) return node.name;
  return ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) ? (node.propertyName ?? node.name) : undefined;
}

/** A string that a program has, or may have as it is allowed by a type; that of `Type['member']` is none. @param {import('typescript').Node} node */
const stringIn = (node) => (ts.isStringLiteral(node) && !(ts.isLiteralTypeNode(node.parent) && ts.isIndexedAccessTypeNode(node.parent.parent)) ? node : undefined);

/** @param {string[]} paths */
const membersIn = (paths) => new Set(paths.flatMap((path) => [...collect(parse(path), memberName)]));

const shim = filesIn('src/shim/').filter((path) => path.endsWith('.ts'));

describe('the names that the build shortens', () => {
  it('are members in src/shim, each of them', () => {
    const members = membersIn(shim);
    expect(own.filter((name) => !members.has(name))).toEqual([]);
  });

  it('are asked for by no string there', () => {
    const strings = new Set(shim.flatMap((path) => [...collect(parse(path), stringIn)]));
    expect(strings).toContain('readyState');
    expect(own.filter((name) => strings.has(name))).toEqual([]);
  });

  it('are no members of a public type', () => {
    const members = membersIn(filesIn('dist/').filter((path) => path.endsWith('.d.ts')));
    expect([...members]).toEqual(expect.arrayContaining(['uninstall', 'because', 'stopTracks']));
    expect(own.filter((name) => members.has(name))).toEqual([]);
  });

  it("are no members of the platform's interfaces that the shim touches", () => {
    const platform = 'node_modules/typescript/lib/';
    const libraries = ['dom', 'es5', 'es2015.core', 'es2015.promise', 'es2015.collection', 'es2021.weakref'].map((name) => parse(`${platform}lib.${name}.d.ts`));
    const spoken = shim.map(read).join('\n');
    /** @type {Map<string, import('typescript').InterfaceDeclaration[]>} */
    const interfaces = new Map();
    libraries.forEach((library) => library.statements.filter(ts.isInterfaceDeclaration).forEach((one) => interfaces.set(one.name.text, [...(interfaces.get(one.name.text) ?? []), one])));
    /** @type {Set<string>} */
    const touched = new Set();
    /** With what it inherits. @param {string} name */
    const touch = (name) => {
      if (touched.has(name)) return;
      touched.add(name);
      interfaces.get(name)?.forEach((one) => one.heritageClauses?.forEach(({ types }) => types.forEach(({ expression }) => void touch(expression.getText()))));
    };
    ['Window', 'Navigator', 'Function', 'Array', 'String', 'PropertyDescriptor', ...[...interfaces.keys()].filter((name) => new RegExp(`\\b${name}\\b`).test(spoken))].forEach(touch);
    expect([...touched]).toEqual(expect.arrayContaining(['RTCPeerConnection', 'EventTarget', 'MediaStreamTrack', 'RTCErrorEvent', 'GlobalEventHandlers', 'Promise']));
    const members = new Set([...touched].flatMap((name) => (interfaces.get(name) ?? []).flatMap((one) => [...collect(one, memberName)])));
    expect([...members]).toEqual(expect.arrayContaining(['kind', 'closed', 'name', 'bufferedAmount', 'addEventListener']));
    expect(own.filter((name) => members.has(name))).toEqual([]);
  });

  it('are no members in what shares a script with the shim', () => {
    const others = filesIn('src/').filter((path) => /\.(ts|mjs)$/.test(path) && !/^src\/(shim|compat|build|site)\//.test(path));
    const members = membersIn([...others, 'node_modules/webrtc-adapter/out/adapter.js']);
    expect([...members]).toEqual(expect.arrayContaining(['browserDetails', 'shimPeerConnection', 'sdpMLineIndex']));
    expect(own.filter((name) => members.has(name))).toEqual([]);
  });
});
