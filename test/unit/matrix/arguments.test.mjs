import { describe, expect, it } from 'vitest';
import { UsageError } from '../../commands/usage-error.mjs';
import { USAGE, quickBuilds, readMatrixArguments } from '../../matrix/matrix-arguments.mjs';
import { buildCatalogue } from '../../browsers/build-catalogue.mjs';

const catalogue = [
  { name: 'chromium@64', engine: 'chromium' },
  { name: 'chromium@76', engine: 'chromium' },
  { name: 'chromium@115', engine: 'chromium' },
  { name: 'chromium@156', engine: 'chromium' },
  { name: 'firefox@140', engine: 'firefox' },
  { name: 'firefox@153', engine: 'firefox' },
  { name: 'firefox@159', engine: 'firefox', suite: 'sid' },
];

describe('readMatrixArguments', () => {
  it('measures all builds, two at once, by default', () => {
    expect(readMatrixArguments([])).toEqual({ help: false, action: 'run', patterns: [], quick: false, check: false, fresh: false, repeat: 1, jobs: 2 });
  });
  it('takes names and ranges', () => expect(readMatrixArguments(['chromium@64-80', 'firefox']).patterns).toEqual(['chromium@64-80', 'firefox']));
  it('takes --list with names', () => expect(readMatrixArguments(['--list', 'firefox'])).toMatchObject({ action: 'list', patterns: ['firefox'] }));
  it('takes --with-adapter', () => expect(readMatrixArguments(['--with-adapter', '--quick'])).toMatchObject({ form: 'with-adapter', quick: true }));
  it('takes --modules', () => expect(readMatrixArguments(['--modules', 'chromium@64-80'])).toMatchObject({ form: 'modules', patterns: ['chromium@64-80'] }));
  it('takes numbers', () => expect(readMatrixArguments(['--jobs=1', '--repeat', '3'])).toMatchObject({ jobs: 1, repeat: 3 }));
  it('takes a remote endpoint and the browsers to ask it for, each once', () => {
    const args = ['--remote', 'https://u:k@hub.example/wd/hub', '--browser', 'chrome@120', '--browser=firefox', '--browser', 'firefox', '--capabilities', 'c.json', '--host', 'me.example', '--check'];
    expect(readMatrixArguments(args)).toMatchObject({
      check: true,
      remote: { endpoint: 'https://u:k@hub.example/wd/hub', browsers: ['chrome@120', 'firefox'], capabilities: 'c.json', host: 'me.example' },
    });
    expect(readMatrixArguments(['--remote', 'http://localhost:4444']).remote).toEqual({ endpoint: 'http://localhost:4444', browsers: [] });
  });
  it('runs as often as a contribution has it', () => {
    expect(readMatrixArguments(['--contribution', 'out', 'edge'])).toMatchObject({ action: 'run', contribution: 'out', repeat: 3, patterns: ['edge'] });
    expect(readMatrixArguments([])).not.toHaveProperty('contribution');
  });
  it('takes files to import', () => expect(readMatrixArguments(['--import', 'a.json', 'b.json'])).toMatchObject({ action: 'import', patterns: ['a.json', 'b.json'] }));
  it.each([
    [['--jobs', '3'], '--jobs 3: expected a number from 1 to 2'],
    [['--jobs', '0'], '--jobs 0: expected a number from 1 to 2'],
    [['--repeat', 'x'], '--repeat x: expected a number from 1 to 20'],
    [['--quick', '--all'], '--quick and --all: expected one of --quick, --all and names of builds'],
    [['--quick', 'firefox'], '--quick and firefox: expected one of --quick, --all and names of builds'],
    [['--with-adapter', '--check', '--fresh'], '--with-adapter and --check --fresh: expected --with-adapter alone: with adapter nothing is stored or compared'],
    [['--modules', '--check'], '--modules and --check: expected --modules alone: with the modules nothing is stored or compared'],
    [['--with-adapter', '--modules'], '--with-adapter and --modules: expected one of the two'],
    [['--remote', 'localhost:4444'], '--remote: expected the http or https URL of a WebDriver endpoint'],
    [['--remote', 'http://localhost:4444', 'chromium@64'], '--remote and chromium@64: expected --browser beside --remote: builds are of this machine'],
    [['--remote', 'http://localhost:4444', '--list'], '--remote and --list: expected --browser beside --remote: builds are of this machine'],
    [['--with-adapter', '--contribution', 'out'], '--with-adapter and --contribution: expected one of the two: what is contributed is the shim alone'],
    [['--import'], '--import: expected the files that the playground offered after it'],
    [['--import', 'a.json', '--check'], '--import and --check: expected --import alone: files are checked and stored, nothing is run'],
    [['--import', 'a.json', '--remote', 'http://localhost:4444'], '--import and --remote: expected --import alone: files are checked and stored, nothing is run'],
    [['--browser', 'firefox'], '--browser: expected --remote URL beside it, of which it says more'],
    [['--host', 'me.example'], '--host: expected --remote URL beside it, of which it says more'],
  ])('refuses %j', (args, message) => {
    const [given = '', ...expected] = message.split(': expected ');
    expect(() => readMatrixArguments(args)).toThrow(new UsageError(given, expected.join(': expected ')));
  });
  it('refuses what it does not know, by name', () => expect(() => readMatrixArguments(['--quik'])).toThrow(/--quik/));
  it('explains every option', () => {
    for (const name of ['list', 'quick', 'all', 'check', 'repeat', 'jobs', 'fresh', 'with-adapter', 'modules', 'help', 'remote', 'browser', 'capabilities', 'host', 'import', 'contribution']) expect(USAGE).toContain(`--${name}`);
  });
});

describe('quickBuilds', () => {
  it('takes the four of the museum that are there and the newest of each engine that is not out of Debian packages', () => {
    expect(quickBuilds(catalogue)).toEqual(['chromium@64', 'chromium@76', 'chromium@115', 'chromium@156', 'firefox@153']);
  });
  it('names builds that the museum has', () => {
    expect(quickBuilds(buildCatalogue([]))).toEqual(expect.arrayContaining(['chromium@64', 'chromium@76', 'chromium@88', 'chromium@115']));
  });
});
