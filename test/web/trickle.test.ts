import { expect } from 'chai';
import type { Pair } from '../../src/conformance/pair';
import { counted } from './counted';
import { inRealm } from './realms';

const OPTIONS = /a=ice-options:.*\r\n/g;

/** Changes what single sections of a description say, the session's own lines being the first. */
const inSections = (sdp: string, change: (section: string, index: number) => string) => sdp.split(/(?=^m=)/m).map(change).join('');

/** What a peer may have written about trickling. */
const written: Record<string, (sdp: string) => string> = {
  'as this engine does': (sdp) => sdp,
  'nothing': (sdp) => sdp.replace(OPTIONS, ''),
  'for the session': (sdp) => sdp.replace(OPTIONS, '').replace('t=0 0\r\n', 't=0 0\r\na=ice-options:trickle\r\n'),
  'another option': (sdp) => sdp.replace(OPTIONS, 'a=ice-options:renomination\r\n'),
  'two options': (sdp) => sdp.replace(OPTIONS, 'a=ice-options:renomination trickle\r\n'),
  'in the first section alone': (sdp) => inSections(sdp.replace(OPTIONS, ''), (section, i) => (i === 1 ? section + 'a=ice-options:trickle\r\n' : section)),
  'in the second section alone': (sdp) => inSections(sdp.replace(OPTIONS, ''), (section, i) => (i === 2 ? section + 'a=ice-options:trickle\r\n' : section)),
};

/** Answers the peer's offer of a track and a channel, as `write` has it; that answer is in force then. */
async function answer({ near, far }: Pick<Pair, 'near' | 'far'>, write: (sdp: string) => string) {
  far.addTransceiver('audio');
  far.createDataChannel('c');
  await far.setLocalDescription();
  const { type, sdp } = far.localDescription!;
  await near.setRemoteDescription({ type, sdp: write(sdp) });
  await near.setLocalDescription();
}

describe('canTrickleIceCandidates', () => {
  for (const [what, write] of Object.entries(written)) {
    it(`stays what it was where the peer has written ${what}`, inRealm(async ({ install, pair }) => {
      install();
      const { near, far } = pair();
      await answer({ near, far }, write);
      const before = near.canTrickleIceCandidates;
      near.close();
      expect([near.canTrickleIceCandidates, near.canTrickleIceCandidates]).to.deep.equal([before, before]);
    }));
  }

  it('is not asked of an engine that goes on knowing its descriptions: Chromium waits for its other threads then', inRealm(async ({ page, install, pair }) => {
    const asked = counted(page, 'RTCPeerConnection', 'canTrickleIceCandidates');
    const forgets = install().report().find(({ id }) => id === 'descriptions-stay-readable')!.decision === 'applied';
    const { near, far } = pair();
    await answer({ near, far }, (sdp) => sdp);
    near.close();
    expect(asked()).to.equal(forgets ? 1 : 0);
  }));
});
