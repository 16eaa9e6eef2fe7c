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
  it('are these', () => expect(names.sort()).toEqual(['ci.yml', 'pages.yml', 'platforms.yml', 'publish.yml', 'weekly.yml']));

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

  it('give the one right to sign to the jobs that publish the package and the pages, and no other right but theirs', () => {
    const rights = names.flatMap((name) => Object.entries(read(name).jobs).map(([id, { permissions }]) => [name, id, permissions])).filter(([, , rights]) => rights);
    expect(rights).toEqual([
      ['pages.yml', 'deploy', { pages: 'write', 'id-token': 'write' }],
      ['publish.yml', 'publish', { contents: 'read', 'id-token': 'write' }],
    ]);
  });
});

describe('what people are asked', () => {
  const folder = new URL('.github/ISSUE_TEMPLATE/', ROOT);
  /** @typedef {{ name: string, description: string, body: { type: string, id?: string, attributes: { label?: string, value?: string, description?: string }, validations?: { required?: boolean } }[] }} Form */
  const forms = readdirSync(folder).filter((name) => name !== 'config.yml');
  const readForm = (/** @type {string} */ name) => /** @type {Form} */ (load(readFileSync(new URL(name, folder), 'utf8')));

  it.each(forms)('%s is a form: a name, a description, fields with ids of their own', (name) => {
    const { name: title, description, body } = readForm(name);
    expect([title, description].every((text) => text.length > 0)).toBe(true);
    const ids = body.filter(({ type }) => type !== 'markdown').map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { type, attributes } of body) expect(type === 'markdown' ? attributes.value : attributes.label, JSON.stringify(attributes)).toEqual(expect.any(String));
  });

  it('a report of a bug has what report() says and the JSON of the playground', () => {
    const { body } = readForm('bug.yml');
    const field = (/** @type {string} */ id) => body.find((one) => one.id === id);
    expect(field('report')).toMatchObject({ type: 'textarea', validations: { required: true }, attributes: { description: expect.stringContaining('report()') } });
    expect(field('playground')).toMatchObject({ type: 'textarea', attributes: { description: expect.stringContaining('JSON') } });
  });

  it('a hole in security is not told in public', () => {
    expect(readFileSync(new URL('.github/SECURITY.md', ROOT), 'utf8')).toMatch(/not in an issue/);
    expect(load(readFileSync(new URL('config.yml', folder), 'utf8'))).toMatchObject({ blank_issues_enabled: true });
  });
});
