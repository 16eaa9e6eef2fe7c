import { expect } from 'chai';
import { table } from '../../src/baked';
import { type CheckResult, check } from '../../src/check';
import { clauseSources } from '../../src/compat/clause-sources.mjs';
import type { ClauseId } from '../../src/contract/clauses';
import { type Naming, readEnvironment } from '../../src/shim/environment';
import { select } from '../../src/shim/select';
import { inRealm } from './realms';

interface Statement {
  version_added: string | false | null;
  version_removed?: string;
  partial_implementation?: boolean;
  notes?: string[];
}

interface CompatData {
  __meta: { measured: Record<string, number[]> };
  api: { RTCPeerConnection: { close: Record<string, { __compat: { support: Record<string, Statement[]> } }> } };
}

/** The browser whose versions are the engine's own. */
const namesakes = { chromium: 'chrome', firefox: 'firefox', safari: 'safari' };
const numberOf = (version: string) => parseFloat(version.replace('≤', ''));

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
      const row = rowFor(id);
      const claims = !row ? 'nothing' : row.partial_implementation ? 'broken' : 'holds';
      // Some breaks are races, and the row says so: one run decides nothing.
      const isRace = clauseSources[id]!.race || row?.notes?.some((note) => /not every time/.test(note));
      if (claims !== verdict && !isRace) wrong.push(`api.RTCPeerConnection.close.${id} says "${claims}", but ${seen}`);
    }
    expect(wrong, wrong.join('\n')).to.deep.equal([]);
  });

  function rowFor(id: ClauseId): Statement | undefined {
    return data.api.RTCPeerConnection.close[id]!.__compat.support[namesakes[engine!]]!.find(
      ({ version_added, version_removed }) =>
        typeof version_added === 'string' &&
        numberOf(version_added) <= version! &&
        (version_removed === undefined || version! < numberOf(version_removed)),
    );
  }
});
