import { describe, expect, it } from 'vitest';
import { flipped, readChoices, writeChoices } from '../../../src/playground/choices';

interface Control {
  name: string;
  value?: string;
  checked?: boolean;
}
const form = (...elements: Control[]) => ({ elements }) as unknown as HTMLFormElement;
const controls = (): Control[] => [
  { name: 'channelClose', value: 'event', checked: true }, { name: 'channelClose', value: 'silent', checked: false },
  { name: 'peerCloseError', value: 'event', checked: true }, { name: 'peerCloseError', value: 'none', checked: false },
  { name: 'stopTracks', checked: false }, { name: 'clause sctp-stays', value: 'auto' }, { name: '' },
];
const all = { channelClose: 'silent', peerCloseError: 'none', stopTracks: true, clauses: { 'sctp-stays': 'off' } } as const;

describe('readChoices', () => {
  it('leaves out what is at its default', () => expect(readChoices(form(...controls()))).toEqual({}));
});

describe('writeChoices', () => {
  it('sets what is read again', () => {
    const filled = form(...controls());
    writeChoices(filled, all);
    expect(readChoices(filled)).toEqual(all);
    writeChoices(filled, {});
    expect(readChoices(filled)).toEqual({});
  });
});

describe('flipped', () => {
  it('names what is not at its default', () => {
    expect(flipped({})).toEqual([]);
    expect(flipped(all)).toEqual(['sctp-stays off', 'channelClose silent', 'peerCloseError none', 'stopTracks on']);
  });
});
