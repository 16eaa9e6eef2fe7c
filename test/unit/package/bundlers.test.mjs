import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlers } from '../../package/bundlers.mjs';
import { installBundlers } from '../../package/install-bundlers.mjs';
import { packInto } from '../../package/pack.mjs';

const { exports } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
const installed = await installBundlers();
const missing = 'missing' in installed ? installed.missing : '';
// A list of tests does not name those that it skipped.
if (missing) for (const [name] of Object.entries(bundlers).filter(([, { isOwn }]) => !isOwn)) console.log(`skipped: the package in ${name}: ${missing}`);

const entries = Object.keys(exports).filter((name) => exports[name].import).map((name) => `rtc-close-shim${name.slice(1)}`);
const TABLE = 'rtc-close-shim/compat-data.json';
const TYPES_ALONE = 'rtc-close-shim/globals';

/** An application that names what each entry has. */
const apps = {
  module: (/** @type {string[]} */ names) =>
    [...names.map((name, i) => (name === TYPES_ALONE ? `import '${name}';` : `import * as e${i} from '${name}';`)), `globalThis.found = {${names.map((name, i) => (name === TYPES_ALONE ? '' : `'${name}': Object.keys(e${i}),`)).join('')}};`].join('\n'),
  common: (/** @type {string[]} */ names) => `globalThis.found = {${names.map((name) => `'${name}': Object.keys(require('${name}')),`).join('')}};\n`,
};

/** @type {string} */
let folder;
beforeAll(async () => {
  // Outside of the repository, whose node_modules would be found.
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'rtc-close-shim-bundlers-')));
  writeFileSync(join(folder, 'package.json'), '{ "name": "app", "private": true }\n');
  await packInto(folder);
  symlinkSync(fileURLToPath(new URL('../../../node_modules/webrtc-adapter', import.meta.url)), join(folder, 'node_modules/webrtc-adapter'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** What a script finds that is run in an empty realm. */
function foundBy(/** @type {string} */ script) {
  const realm = createContext({});
  runInContext('var self = this, window = undefined;', realm);
  runInContext(readFileSync(script, 'utf8'), realm);
  return sorted(JSON.parse(runInContext('JSON.stringify(found)', realm)));
}

/** @param {Record<string, string[]>} found without what some bundlers add to a module */
const sorted = (found) => Object.fromEntries(Object.entries(found).map(([name, names]) => [name, names.filter((one) => one !== 'default' && one !== '__esModule').sort()]));

describe.each(Object.entries(bundlers))('%s', (name, { forms, isOwn, noJson, bundle }) => {
  it.skipIf(missing && !isOwn).each(forms)('finds every entry of the packed package, as %s', async (form) => {
    const names = noJson ? entries : [...entries, TABLE];
    const app = join(folder, `${name.replaceAll(' ', '-')}-${form}`);
    mkdirSync(join(app, 'out'), { recursive: true });
    const entry = join(app, 'app.js');
    writeFileSync(entry, apps[form](names));
    const from = createRequire(join('folder' in installed ? installed.folder : dirname(fileURLToPath(import.meta.url)), 'package.json'));
    const out = join(app, 'out/app.js');
    expect(await bundle({ entry, out, from })).toEqual([]);

    const nodes = JSON.parse(execFileSync(process.execPath, ['--input-type=commonjs', '--eval', `${apps.common(names)}console.log(JSON.stringify(found));`], { cwd: folder, encoding: 'utf8' }));
    if (form === 'module') delete nodes[TYPES_ALONE];
    const found = foundBy(out);
    expect(found).toEqual(sorted(nodes));
    expect(found['rtc-close-shim/fn']).toEqual(['install']);
  }, 60_000);
});
