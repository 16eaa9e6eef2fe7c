import { describe, expect, it } from 'vitest';
import { fromFragment, toFragment } from '../../../src/playground/address';

const situations = ['connected', 'inside onmessage'];
const state = { situation: 'inside onmessage', options: { clauses: { 'sctp-stays': 'off', 'send-is-refused': 'force' }, channelClose: 'silent', peerCloseError: 'none', stopTracks: true } } as const;

describe('the state in the address', () => {
  it('is nothing for the defaults', () => {
    expect(toFragment({ situation: undefined, options: {} })).toBe('');
    expect(fromFragment('', situations)).toEqual({ situation: undefined, options: {} });
  });
  it('is read as it was written', () => {
    expect(toFragment(state)).toBe('#situation=inside%20onmessage&clauses=sctp-stays:off,send-is-refused:force&channelClose=silent&peerCloseError=none&stopTracks=true');
    expect(fromFragment(toFragment(state), situations)).toEqual(state);
  });
  it('passes over what it does not know', () => {
    const typed = '#situation=elsewhere&clauses=constructor:off,sctp-stays:on,sctp-stays,x&channelClose=loud&peerCloseError&stopTracks=1&%&a=%E0%A4%A';
    expect(fromFragment(typed, situations)).toEqual({ situation: undefined, options: {} });
  });
});
