import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const page = readFileSync(`${ROOT}src/docs/how-to-read-the-table.md`, 'utf8');
const programs = Object.fromEntries([...page.matchAll(/```js\n\/\/ ([\w-]+\.mjs)\n([\s\S]*?)```/g)].map(([, name = '', code = '']) => [name, code]));
/** What the page says a command prints. */
const outputs = [...page.matchAll(/`node ([\w-]+\.mjs)([^`]*)` prints[^`]*```text\n([\s\S]*?)```/g)].map(([, name = '', args = '', text = '']) => ({ name, args: args.trim().split(' ').filter(Boolean), lines: text.trim().split('\n') }));

/** @type {string} */
let app;
beforeAll(() => {
  app = mkdtempSync(join(tmpdir(), 'rtc-close-shim-docs-'));
  mkdirSync(join(app, 'node_modules'));
  for (const [name, at] of [['rtc-close-shim', ROOT], ['compute-baseline', `${ROOT}node_modules/compute-baseline`]]) symlinkSync(/** @type {string} */ (at), join(app, 'node_modules', /** @type {string} */ (name)));
  for (const [name, code] of Object.entries(programs)) writeFileSync(join(app, name), code);
});
afterAll(() => rmSync(app, { recursive: true }));

/**
 * @param {string} name
 * @param {string[]} [args]
 */
function run(name, args = []) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--no-warnings', name, ...args], { cwd: app, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n');
}

describe('the programs of the page', () => {
  it('are there, and it is said what they print', () => {
    expect(Object.keys(programs)).toEqual(['what-does-close-do.mjs', 'which-browsers.mjs', 'with-a-walker.mjs']);
    expect(outputs.map(({ name }) => name)).toEqual(['what-does-close-do.mjs', 'which-browsers.mjs']);
  });
  it.each(outputs)('$name prints what the page says, and a line for each clause', ({ name, args, lines }) => {
    const printed = run(name, args);
    expect(printed).toHaveLength(27);
    expect(page).toContain(`says what \`RTCPeerConnection.close()\` does natively: ${printed.length} behaviours`);
    expect(printed).toEqual(expect.arrayContaining(lines));
  });
  it('the first answers for versions that were not measured, too, and says so', () => {
    const printed = run('what-does-close-do.mjs', ['chrome', '154']);
    expect(printed).toContain('yes, by the row: a second `close()` does nothing');
    expect(printed).toContain('no, by the row: every data channel reads "closed"');
    expect(run('what-does-close-do.mjs', ['safari', '18']).filter((line) => !line.includes(', by the row: '))).toEqual([]);
  });
  it('the last finds each row', () => expect(run('with-a-walker.mjs')).toHaveLength(27));
});
