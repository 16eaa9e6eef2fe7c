import js from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { rooms } from './src/shim/rooms.mjs';

/**
 * A wall of the architecture: what files may not import.
 * @param {string[]} files
 * @param {string[]} group
 * @param {string} message
 * @returns {import('eslint').Linter.Config}
 */
const wall = (files, group, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
});

/**
 * The wall of a room of the shim, a folder or a file: what is not its own comes from where `rooms` says, from what a function was given, from the contract, or is a
 * flag of the build.
 * @param {[room: string, others: readonly string[]]} entry
 * @returns {import('eslint').Linter.Config[]}
 */
function roomWall([room, others]) {
  const allowed = `(?:${others.join('|') || 'nothing'})(?:/|$)`;
  const outside = '(?:arguments/|contract/|build-flags$)';
  const message = `src/shim/${room} may import of the shim: ${others.join(', ') || 'nothing'} (src/shim/rooms.mjs).`;
  const forbid = (/** @type {string} */ regex) => ({ rules: { 'no-restricted-imports': /** @type {['error', object]} */ (['error', { patterns: [{ regex, message }] }]) } });
  return [
    { files: [`src/shim/${room}/*.ts`], ignores: ['src/shim/repairs/index.ts'], ...forbid(`^\\.\\./(?!${allowed}|\\.\\./${outside})${room === 'repairs' ? '|^\\./' : ''}`) },
    { files: [`src/shim/${room}.ts`], ...forbid(`^\\./(?!${allowed})|^\\.\\./(?!${outside})`) },
  ];
}

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.report', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    rules: {
      // The index is known where these stand; the compiler can't see it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // ES5 without helpers: index loops, concatenation, `arguments`, `function` for a receiver.
      '@typescript-eslint/prefer-for-of': 'off',
      'prefer-rest-params': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  { files: ['test/memory/page/*.mjs'], languageOptions: { globals: globals.browser } },
  { files: ['src/**/*.ts'], plugins: { jsdoc }, rules: { 'jsdoc/require-jsdoc': ['error', { publicOnly: true, contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration'] }] } },
  { files: ['src/conformance/checks/*.ts', 'src/shim/repairs/index.ts'], rules: { 'jsdoc/require-jsdoc': 'off' } },

  // The shim works in the realm it is given and with built-ins taken at install.
  {
    files: ['src/shim/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'RTCPeerConnection', 'MediaStreamTrack', 'setTimeout', 'setInterval', 'console'],
      'no-restricted-syntax': ['error', { selector: 'CallExpression[callee.name="eval"], NewExpression[callee.name="Function"]', message: 'No eval: the shim works under a strict CSP.' }],
      'no-console': 'error',
      // What is handed over together has a name.
      'max-params': ['error', 4],
    },
  },
  ...Object.entries(rooms).flatMap(roomWall),
  wall(['src/conformance/**/*.ts'], ['**/shim/**', '**/baked'], 'The suite judges the shim and therefore does not use it.'),
  wall(['src/never-worse/**/*.ts'], ['**/shim/**', '**/baked'], 'The suite compares the shim with the engine from outside.'),
  wall(['src/shim/install.ts'], ['**/conformance/**', '**/compat/**'], 'The shim does not know how it is measured.'),

  // The playground and what is never worse run in engines of 2014, whose built-ins the compiler does not bring.
  {
    files: ['src/playground/*.ts', 'src/timeline/*.mjs', 'src/measurement/*.mjs', 'src/never-worse/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'CallExpression[callee.property.name=/^(at|includes|find|findIndex|findLast|flat|flatMap|padStart|padEnd|startsWith|endsWith|repeat|replaceAll|entries|values|assign|fromEntries|from|of|append|prepend|remove|closest|matches|replaceChildren|replaceWith|toggleAttribute|scrollTo|finally)$/]', message: 'Chromium 39 or Gecko 33 does not have it.' },
        { selector: 'ForOfStatement', message: 'Only arrays are iterated in ECMAScript 5: forEach says so.' },
      ],
    },
  },
  wall(['src/timeline/**/*.mjs'], ['**/shim/**', '**/conformance/**', '**/playground/**', 'node:*'], 'A timeline knows a recording and nothing of who draws it.'),
  wall(['src/measurement/**/*.mjs'], ['**/shim/**', '**/conformance/**', '**/playground/**', '**/compat/**', 'node:*'], 'A measurement knows what a suite found, and nothing of who ran it or who reads it.'),
  wall(['src/playground/*.ts'], ['**/shim/**', '**/compat/**'], 'The playground knows the shim as any page does: by its script tag.'),

  { files: ['test/web/**/*.ts'], languageOptions: { globals: { ...globals.browser, ...globals.mocha } } },
  { files: ['test/built/**/*.mjs'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  { files: ['test/suite/page.js', 'test/never-worse/page.js', 'test/browsers/page-reporter.js', 'test/lab/**/*.js', 'test/bench/page/*.js'], languageOptions: { globals: globals.browser, sourceType: 'script' } },
  { files: ['test/wpt/page/*.js'], languageOptions: { globals: { ...globals.browser, add_completion_callback: 'readonly' }, sourceType: 'script' } },
  { files: ['test/suite/modules.js'], languageOptions: { globals: globals.browser } },
  { files: ['test/examples/script-tag/*.js'], languageOptions: { globals: { ...globals.browser, rtcCloseShim: 'readonly' }, sourceType: 'script' } },
  { files: ['test/examples/test-matrix/*.js'], languageOptions: { globals: { ...globals.node, ...globals.mocha, window: 'readonly', rtcCloseCheck: 'readonly' } } },
  { files: ['**/*.cjs'], languageOptions: { globals: globals.commonjs, sourceType: 'commonjs' } },
);
