import { describe, expect, it } from 'vitest';
import '../../../replay/shim';
import type { Keeps } from '../../../../src/shim/closed-objects/closed-members';
import type { Realm } from '../../../../src/shim/engine/realm';
import { repairs } from '../../../../src/shim/repairs';

describe('every repair', () => {
  it.each(repairs.map((repair) => [repair.id, repair] as const))('inherits nothing that the page can put there: %s', (_id, repair) => {
    expect(Object.getPrototypeOf(repair)).toBe(null);
  });
});

describe.each(['Local', 'Remote'])('the last %s description', (side) => {
  const members = repairs.find(({ id }) => id === 'descriptions-stay-readable')!.RTCPeerConnection!;
  const name = side.toLowerCase() + 'Description';
  const read = (memory: Record<string, unknown>) => (members[name] as Keeps).recall({ [name]: 'of the engine' }, name, memory, {} as Realm);

  it('is the pending one, or else the current one', () => {
    expect(read({ [`current${side}Description`]: 'current', [`pending${side}Description`]: 'pending' })).toBe('pending');
    expect(read({ [`current${side}Description`]: null, [`pending${side}Description`]: 'pending' })).toBe('pending');
    expect(read({ [`current${side}Description`]: 'current', [`pending${side}Description`]: null })).toBe('current');
    expect(read({ [`current${side}Description`]: null, [`pending${side}Description`]: null })).toBe(null);
  });

  it("is the engine's where that has the one attribute alone", () => expect(read({})).toBe('of the engine'));
});

describe('canTrickleIceCandidates', () => {
  const name = 'canTrickleIceCandidates';
  const { recall: read } = repairs.find(({ id }) => id === 'remote-side-stays-readable')!.RTCPeerConnection![name] as Keeps;
  const sections = (...parts: string[]) => ({ currentRemoteDescription: { sdp: ['v=0\r\n', ...parts].join('') } });
  const section = (options?: string) => `m=audio 9 RTP/AVP 0\r\n${options === undefined ? '' : `a=ice-options:${options}\r\n`}a=mid:0\r\n`;
  /** What it reads after `close()`, and whether the engine was asked for it before. */
  const kept = (connection: object, memory: Record<string, unknown> = {}) => {
    let asked = false;
    const given = read(Object.defineProperty({ signalingState: 'stable', ...connection }, name, { get: () => ((asked = true), 'of the engine') }), name, memory, {} as Realm);
    return { asked, value: typeof given === 'function' ? (given as () => unknown)() : given };
  };

  it.each([
    ['trickle', [section('trickle')], true],
    ['trickle among others', [section('ice2 trickle renomination')], true],
    ['other options', [section('ice2')], false],
    ['no options', [section()], false],
    ['no section', [], null],
    ['trickle in the second section alone', [section(), section('trickle')], false],
    ['trickle in the first section alone', [section('trickle'), section()], true],
    ['the word elsewhere', [`m=audio 9 RTP/AVP 0\r\na=ice-options:ice2\r\na=x-trickle\r\n`], false],
  ])('is what the description in force says, and the engine is not asked: %s', (_what, parts, value) => {
    expect(kept(sections(...parts))).toEqual({ asked: false, value });
  });

  it.each([
    ['nothing was negotiated', { currentRemoteDescription: null }],
    ['the engine has no such attribute', {}],
    ['another description is on its way', { ...sections(section('trickle')), signalingState: 'have-remote-offer' }],
  ])('is what the engine says where %s', (_where, connection) => expect(kept(connection)).toEqual({ asked: true, value: 'of the engine' }));

  it('is what the engine says where that forgets its descriptions', () => {
    const connection = sections(section('trickle'));
    expect(kept(connection, connection)).toEqual({ asked: true, value: 'of the engine' });
  });
});
