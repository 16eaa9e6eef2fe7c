import { expect, it } from 'vitest';
import { tryForm } from '../../matrix/try-form.mjs';
import { fakeOutput } from '../commands/fake-output.mjs';

it('names each build that could not be tried, and goes on to the next', async () => {
  const find = (/** @type {string} */ why) => () => Promise.reject(new Error(why));
  const { output, said } = fakeOutput();
  const problems = await tryForm([{ name: 'one', find: find('gone') }, { name: 'two', find: find('lost') }], { repeat: 1, jobs: 1, output }, 'modules');
  expect(problems).toEqual(['one was not tried: gone', 'two was not tried: lost']);
  expect(said.err).toBe('[1/2] one: not tried (1 s); about 1 s left\n[2/2] two: not tried (1 s)\n');
});
