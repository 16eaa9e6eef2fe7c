import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countBehaviours, fingerprint } from '../../../src/compat/behaviours.mjs';
import { differences, writeGenerated } from '../../../src/compat/generated-files.mjs';
import { matrixPicture } from '../../../src/compat/matrix-picture.mjs';
import { figure } from '../../../src/compat/readme-parts.mjs';
import { withGeneratedParts } from '../../../src/compat/readme.mjs';
import { fakeMeasurements } from './fake-measurements.mjs';

const measurements = [...fakeMeasurements('64b 67b 70c 73h 75a'), ...fakeMeasurements('153b', { engine: 'firefox' })];

describe('countBehaviours', () => {
  it('counts the ways of deviating', () => expect(countBehaviours(measurements)).toEqual({ builds: 6, native: 3, shimmed: 1, keepNatively: 2, keepShimmed: 6 }));
  it('does not count a lacking member as a behaviour', () => expect(fingerprint(/** @type {any} */ (measurements[4]), 'native')).toBe(''));
  it('makes a sentence of it', () => {
    expect(figure(measurements)).toBe('In 6 measured builds, 3 different native behaviours of `close()`; with the shim, 1. The whole contract is kept natively in 2 of them, with the shim in all.');
  });
});

describe('matrixPicture', () => {
  const svg = matrixPicture({ 'send-is-refused': 'x' }, measurements);

  it('says in words what it shows', () => {
    expect(svg).toContain('<title id="title">The close contract in 6 browser builds</title>');
    expect(svg).toContain('<title>send-is-refused in chromium 70.0.1.0: broken natively, holds with the shim</title>');
    expect(svg).toContain('3 different behaviours natively, 1 with the shim');
  });
  it('has two marks a cell, for dark and light', () => {
    expect(svg.match(/<g><title>/g)).toHaveLength(6);
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});

describe('withGeneratedParts', () => {
  const text = 'a\n<!-- generated: figure -->\nold\n<!-- /generated -->\nb\n<!-- generated: clauses -->\n<!-- /generated -->\n';
  it('replaces the parts and nothing else', () => {
    const once = withGeneratedParts(text, { figure: '$1 new', clauses: '| x |' });
    expect(once).toBe('a\n<!-- generated: figure -->\n$1 new\n<!-- /generated -->\nb\n<!-- generated: clauses -->\n| x |\n<!-- /generated -->\n');
    expect(withGeneratedParts(once, { figure: '$1 new', clauses: '| x |' })).toBe(once);
  });
  it('leaves a text without markers alone', () => expect(withGeneratedParts('# x\n', {})).toBe('# x\n'));
  it('names a part that there is not', () => expect(() => withGeneratedParts(text, { figure: '' })).toThrow('"generated: clauses"; there are figure'));
  it('misses an end', () => expect(() => withGeneratedParts('<!-- generated: figure -->\nx\n', { figure: '' })).toThrow(/1 markers "generated: …" and 0/));
});

describe('generated files', () => {
  const root = mkdtempSync(join(tmpdir(), 'generated-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('are written where they changed, and compared', () => {
    const files = { 'a.json': '1\n2\n', 'dist/b.svg': 'x\n' };
    expect(differences(root, files)).toEqual(['a.json is not there', 'dist/b.svg is not there']);
    expect(writeGenerated(root, files)).toEqual(['a.json', 'dist/b.svg']);
    expect(writeGenerated(root, files)).toEqual([]);
    expect(differences(root, files)).toEqual([]);
    expect(differences(root, { ...files, 'a.json': '1\n3\n' })).toEqual(['a.json differs from line 2 on:\n  - 2\n  + 3']);
  });
});
