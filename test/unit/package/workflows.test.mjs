import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

/** @type {{ load: (text: string) => unknown }} */
const { load } = createRequire(import.meta.url)('js-yaml');
const ROOT = new URL('../../../', import.meta.url);
const { scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
const names = readdirSync(new URL('.github/workflows', ROOT));

/**
 * @typedef {{ uses?: string, run?: string, with?: Record<string, unknown> }} Step
 * @typedef {{ 'runs-on'?: string, uses?: string, needs?: string, steps?: Step[], 'timeout-minutes'?: number, permissions?: Record<string, string> }} Job
 * @typedef {{ name: string, on: unknown, permissions: Record<string, string>, jobs: Record<string, Job> }} Workflow
 */

const read = (/** @type {string} */ name) => /** @type {Workflow} */ (load(readFileSync(new URL(`.github/workflows/${name}`, ROOT), 'utf8')));

describe('the workflows', () => {
  it('are these', () => expect(names.sort()).toEqual(['ci.yml', 'platforms.yml', 'publish.yml', 'weekly.yml']));

  it.each(names)('%s is a workflow: who starts it, what it may, jobs with steps and a limit of time', (name) => {
    const { on, permissions, jobs } = read(name);
    expect(Object.keys(Object(on)).length).toBeGreaterThan(0);
    expect(permissions).toEqual({ contents: 'read' });
    for (const [id, job] of Object.entries(jobs)) {
      if (job.needs) expect(Object.keys(jobs), id).toContain(job.needs);
      if (job.uses) expect(existsSync(new URL(job.uses, ROOT)), job.uses).toBe(true);
      else expect(job, id).toMatchObject({ 'runs-on': expect.any(String), 'timeout-minutes': expect.any(Number), steps: expect.any(Array) });
      for (const step of job.steps ?? []) expect(Number('uses' in step) + Number('run' in step), `${id}: ${JSON.stringify(step)}`).toBe(1);
    }
  });

  it.each(names)('%s runs what is there', (name) => {
    const steps = Object.values(read(name).jobs).flatMap((job) => job.steps ?? []);
    const said = steps.map(({ run = '' }) => run).join('\n');
    for (const [, script = ''] of said.matchAll(/npm run (?:--?\S+ )*([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
    for (const [, file = ''] of said.matchAll(/(?:bash|node) (\S+)/g)) expect(existsSync(new URL(file, ROOT)), file).toBe(true);
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  it('give the one right to sign to the one job that publishes', () => {
    const rights = names.flatMap((name) => Object.entries(read(name).jobs).map(([id, { permissions }]) => [name, id, permissions])).filter(([, , rights]) => rights);
    expect(rights).toEqual([['publish.yml', 'publish', { contents: 'read', 'id-token': 'write' }]]);
  });
});
