import { createHash } from 'node:crypto';
import { release } from 'node:os';
import { describe, expect, it } from 'vitest';
import { withCode } from '../../../src/timeline/with-code.mjs';
import { html } from '../../lab/html.mjs';
import { makeReport } from '../../lab/make-report.mjs';
import { reportPage } from '../../lab/report-page.mjs';
import { systemName } from '../../lab/system-name.mjs';
import { fakeBrowserRun, fakeRecording, fakeRun } from './fake-runs.mjs';

describe('html', () => {
  it('escapes what is put in, and nothing twice', () => {
    expect(html`<p title="${'"&\''}">${html`<b>${'<i>'}</b>`}</p>`.text).toBe('<p title="&quot;&amp;&#39;"><b>&lt;i&gt;</b></p>');
  });
  it('joins arrays, leaves out what is not there, keeps 0', () => {
    expect(html`${['<', html`<br>`]}${undefined}${false}${0}`.text).toBe('&lt;<br>0');
  });
  it('shows code', () => {
    expect(html`${withCode('`a<b` holds')}`.text).toBe('<code>a&lt;b</code> holds');
  });
});

describe('reportPage', () => {
  const evil = '<img/onerror=alert(1)>';
  const recording = fakeRecording(['channel first|close|5|after|closed', `${evil}|${evil}|5|after|${evil}`, `channel second|${evil}|6|after|open`]);
  const run = fakeRun(['broken', 'holds', 'cannot-tell'], { recordings: [recording] });
  for (const result of run.checked.results) Object.assign(result, { sentence: evil, expected: evil, observed: [evil] });
  const failure = { mode: /** @type {const} */ ('native'), reason: /** @type {const} */ ('crashed'), message: evil, install: evil };
  const browsers = [{ ...fakeBrowserRun(evil, { native: run, shimmed: run }), failures: [failure] }];
  const page = () => reportPage(makeReport(evil, browsers, [{ name: evil, reason: evil, install: evil }]));

  it('escapes everything', async () => {
    expect(await page()).not.toContain('<img');
  });
  it('needs no script and no network, and its policy allows just its own style', async () => {
    const text = await page();
    expect(text).not.toMatch(/<script|<link|<\w[^>]*\s(?:src|style|on\w+)=|@import|url\(/);
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(text) ?? [];
    expect(text).toContain(`style-src &#39;sha256-${createHash('sha256').update(style).digest('base64')}&#39;`);
  });
  it('draws both timelines', async () => {
    // One for each width of a page.
    expect((await page()).match(/<svg class="timelines"/g)).toHaveLength(3);
    expect(await page()).toContain('Native: two objects do not read closed yet, two events that should not be, two events that never come');
  });
  it('says when it was made, on what, and with which browsers, and leads back to the playground', async () => {
    const text = await reportPage(makeReport('1.0.0', [fakeBrowserRun('chromium-156', { native: run })], [], new Date('2026-01-02T03:04:05Z')));
    expect(text).toContain('<time datetime="2026-01-02T03:04:05.000Z">2026-01-02, 03:04 UTC</time>');
    expect(text).toMatch(/<dt>System<\/dt><dd>\S+/);
    expect(text).toContain('<dt>Browsers</dt><dd>Chromium 1.2.3</dd>');
    expect(text).toMatch(/<a href="[^"]+playground\.html">Playground/);
  });
  it('says so where there is nothing to draw, or nothing ran', async () => {
    const half = await reportPage(makeReport('1.0.0', [fakeBrowserRun('a-1', { native: run })], []));
    expect(half).toContain('No picture');
    const none = await reportPage(makeReport('1.0.0', [], [{ name: 'firefox', reason: 'none is here', install: 'it' }]));
    expect(none).toContain('No browser could run the suite');
    expect(none).toContain('none is here');
  });
});

describe('systemName', () => {
  it('says what the machine runs, with or without the name of its distribution', () => {
    expect(systemName(() => 'ID=debian\nPRETTY_NAME="Some Linux 1"\n')).toMatch(/^(?:Some Linux 1 \(Linux|\w)/);
    expect(systemName(() => { throw new Error('no such file'); })).toContain(release());
  });
});
