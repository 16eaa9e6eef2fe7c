import { expect } from 'chai';
import { table } from '../../src/baked';
import { type CheckResult, check } from '../../src/check';
import { clauseSources } from '../../src/compat/clause-sources.mjs';
import type { CompatData } from '../../src/compat/compat-data.mjs';
import { clausesOf, pathOf, supportIn } from '../../src/compat/read-table.mjs';
import { type Naming, readEnvironment } from '../../src/shim/choice/detect-engine';
import { select } from '../../src/shim/choice/choose-repairs';
import { inRealm } from './realms';

/** The browser whose versions are the engine's own. */
const namesakes = { chromium: 'chrome', firefox: 'firefox', safari: 'safari' };

// The drift alarm: what the table says of this browser against what its native close() does.
describe('the table', () => {
  const environment = readEnvironment(window as unknown as Naming);
  const { engine, milestone: version } = environment;
  let native: CheckResult;
  let data: CompatData;

  before(
    inRealm(async ({ page }) => {
      data = (await (await fetch('/compat-data.json')).json()) as CompatData;
      native = await check(page);
    }),
  );

  it('knows the engine that runs this', () => {
    expect(engine, navigator.userAgent).to.be.oneOf(['chromium', 'firefox']);
  });

  it('says of this browser what its native close() does', () => {
    const measured = engine && data.__meta.measured[engine]?.includes(version!);
    const wrong: string[] = [];
    for (const [i, { id, verdict, observed }] of native.results.entries()) {
      if (verdict === 'cannot-tell') continue;
      const seen = `${id} ${verdict} natively in ${engine} ${version}${observed.length ? `: ${observed[0]}` : ''}`;

      // What the bundle does must be right in every browser, measured or not.
      const options = { clauses: {}, channelClose: 'event', peerCloseError: 'event', stopTracks: false } as const;
      const { decision, because } = select(id, (engine && table[engine]?.[i]) || [], environment, options);
      if (decision === 'not-needed' && verdict === 'broken') wrong.push(`shim.${id} says "${because}", but ${seen}`);

      // What the rows say must be right in those that were measured.
      if (!measured) continue;
      const { compat, evidence } = clausesOf(data).find((clause) => clause.id === id)!;
      const row = supportIn(compat, namesakes[engine], version!);
      const seenIn = evidence.filter((one) => one.status === 'measured' && one.engine === engine && one.builds?.split(', ').some((build) => parseInt(build, 10) === version));
      // Some breaks are races, and the row says so: one run decides nothing.
      if (row === 'partly' || seenIn.some((one) => one.sometimes) || clauseSources[id]!.race) continue;
      if ((row === 'kept' ? 'holds' : 'broken') !== verdict) wrong.push(`${pathOf(id)} says "${row}", but ${seen}`);
      if (!seenIn.some((one) => one.verdict === verdict)) wrong.push(`the evidence of ${pathOf(id)} says "${seenIn.map((one) => one.verdict).join(', ')}", but ${seen}`);
    }
    expect(wrong, wrong.join('\n')).to.deep.equal([]);
  });
});
