import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compatData } from '../../../src/compat/compat-data.mjs';
import { openMdn } from '../../../src/compat/mdn.mjs';
import { changelogSection, tableChanges } from '../../../src/compat/table-changes.mjs';
import { fakeMeasurements } from './fake-measurements.mjs';

const cited = JSON.parse(readFileSync(new URL('../../../src/compat/cited.json', import.meta.url), 'utf8'));
const clauses = { 'channels-fire-nothing-else': 'channels fire nothing but `close`' };

/**
 * The table of measured builds of one clause; `observed`: what is wrong in each.
 * @param {Record<string, string[]>} chromium
 * @param {Partial<Parameters<typeof compatData>[0]>} [more]
 */
function table(chromium, more = {}) {
  const builds = Object.entries(chromium).flatMap(([version, observed]) => {
    const made = structuredClone(fakeMeasurements(`${version}${observed.length ? 'b' : 'h'}`, { clause: 'channels-fire-nothing-else' }));
    for (const one of made) for (const { native } of Object.values(one.clauses)) if (observed.length) native.observed = observed;
    return made;
  });
  const firefox = fakeMeasurements('153h', { clause: 'channels-fire-nothing-else', engine: 'firefox' });
  return structuredClone(compatData({ mdn: openMdn(), measurements: [...builds, ...firefox], cited, clauses, suite: 6, version: '1.2.3', ...more }));
}

const before = table({ 156: ['channel fires closing', 'channel fires open'] });

describe('tableChanges', () => {
  it('says nothing where nothing has changed', () => {
    expect(tableChanges(before, structuredClone(before))).toEqual([]);
    expect(changelogSection(before, before)).toBe('');
  });
  it('says what a new build does no longer, and what it does now', () => {
    const after = table({ 156: ['channel fires closing', 'channel fires open'], 157: ['channel fires error', 'channel fires open'] });
    expect(tableChanges(before, after)).toEqual(['Chromium 157: channel no longer fires closing; now channel fires error (`channels-fire-nothing-else`); measured in 157.0.1.0, and before in 156.0.1.0.']);
  });
  it('says that a clause is kept now, and what follows: the shim leaves it alone, and the rows', () => {
    // Chromium 154 can be told apart from those before it (src/shim/choice/engine-signs.ts).
    const broken = ['channel fires closing', 'channel fires open'];
    const [measured, shim, row, ...rest] = tableChanges(table({ 153: broken }), table({ 153: broken, 154: [] }));
    expect(measured).toBe('Chromium 154: channel no longer fires closing, open; it is kept, and was broken before (`channels-fire-nothing-else`); measured in 154.0.1.0, and before in 153.0.1.0.');
    expect(shim).toBe('The shim leaves alone in Chromium 154 now: `channels-fire-nothing-else`.');
    expect(row).toMatch(/^The row of `api\.RTCPeerConnection\.close\.channels_fire_nothing_else`: chrome since 154 \(was not\), .*edge since 154 \(was not\)/);
    expect(rest).toEqual([]);
  });
  it('says that the shim repairs again', () => {
    expect(tableChanges(table({ 156: [] }), table({ 156: ['x'] }))).toContain('The shim repairs in Chromium 156 now: `channels-fire-nothing-else`.');
  });
  it('says that a build does what the one before it does', () => {
    const same = ['channel fires closing', 'channel fires open'];
    expect(tableChanges(before, table({ 156: same, 157: same }))).toEqual(['Chromium 157 is measured (157.0.1.0): it does what Chromium 156.0.1.0 does.']);
    expect(tableChanges(table({ 157: same }), table({ 156: same, 157: same }))).toContain('Chromium 156 is measured (156.0.1.0); no older build of the engine is.');
  });
  it('says what another measurement of the same build came to, and what is gone', () => {
    expect(tableChanges(before, table({ 156: ['channel fires open'] }))).toEqual(['Chromium 156.0.1.0, measured again: channel no longer fires closing (`channels-fire-nothing-else`).']);
    expect(tableChanges(table({ 156: ['x'], 157: ['x'] }), table({ 156: ['x'] }))).toEqual(['Chromium 157.0.1.0 is not among the measured builds any more.']);
  });
  it('says that MDN\'s data is newer, and what it says otherwise', () => {
    const after = structuredClone(before);
    after.__meta.mdn = '99.0.0';
    after.since.safari = [{ version_added: '10' }];
    expect(tableChanges(before, after)).toEqual([`MDN's data is 99.0.0 now; it was ${before.__meta.mdn}.`, 'MDN\'s data says of safari that it has `close()` since 10; it said since 11.']);
  });
  it('says what is expected otherwise', () => {
    const sentence = 'channels fire nothing';
    const after = table({ 156: ['channel fires closing', 'channel fires open'] }, { clauses: { 'channels-fire-nothing-else': sentence }, suite: 7 });
    expect(tableChanges(before, after)).toEqual(['The suite that measures is number 7 now; it was 6.', `What \`channels-fire-nothing-else\` expects has changed, sentence: ${sentence}; it was: channels fire nothing but \`close\`.`]);
    const both = table({ 156: ['channel fires closing', 'channel fires open'] }, { clauses: { ...clauses, 'gathering-state-stays': 'it stays' }, measurements: [...fakeMeasurements('156b'), ...fakeMeasurements('153h', { engine: 'firefox' })] });
    expect(tableChanges(before, both)).toContain('There is a clause more: `gathering-state-stays` (it stays).');
    expect(tableChanges(both, before)).toContain('There is a clause less: `gathering-state-stays` (it stays).');
  });
  it('says what is cited otherwise', () => {
    const rows = [{ browser: 'safari', clauses: ['*'], statement: { version_added: '26', notes: 'It is so.' }, url: 'https://a.example' }, ...cited.rows];
    const changes = tableChanges(before, table({ 156: ['channel fires closing', 'channel fires open'] }, { cited: { ...cited, rows } }));
    expect(changes[0]).toMatch(/^What is cited of safari about `channels-fire-nothing-else`: It is so\. \(https:\/\/a\.example\); it was: Not known: /);
    expect(changes.at(-1)).toMatch(/safari since 26 \(was not\)/);
  });
  it('says when it cannot tell', () => {
    expect(tableChanges(/** @type {any} */ ({ api: {}, shim: {} }), before)).toEqual(['The table has another form than before: what has changed in it cannot be told.']);
  });
});

describe('changelogSection', () => {
  it('is a section of a changelog', () => {
    expect(changelogSection(table({ 156: ['x'], 157: ['x'] }), table({ 156: ['x'] }))).toBe('### The table (compat-data.json)\n\n- Chromium 157.0.1.0 is not among the measured builds any more.\n');
  });
});
