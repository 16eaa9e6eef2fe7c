import { expect, it } from 'vitest';
import { tryForm } from '../../matrix/try-form.mjs';

it('names each build that could not be tried, and goes on to the next', async () => {
  const find = (/** @type {string} */ why) => () => Promise.reject(new Error(why));
  /** @type {string[]} */
  const said = [];
  const problems = await tryForm([{ name: 'one', find: find('gone') }, { name: 'two', find: find('lost') }], { repeat: 1, jobs: 1, say: (line) => said.push(line) }, 'modules');
  expect(problems).toEqual(['one was not tried: gone', 'two was not tried: lost']);
  expect(said).toEqual([expect.stringContaining('one: not tried'), expect.stringContaining('two: not tried')]);
});
