import { describe, expect, it } from 'vitest';
import { conforming } from '../../../replay/behaviour';
import { firefox33 } from '../../../replay/engines/firefox-33';
import { readEngine } from './read-engine';

describe('refusal()', () => {
  it.each([['', conforming], [', without a DOMException constructor', firefox33.behaviour]])('is an InvalidStateError that names the call%s', (_how, behaviour) => {
    const { realm } = readEngine(behaviour);
    const error = realm.refusal('send') as DOMException;
    expect(error).toBeInstanceOf(DOMException);
    expect([error.name, error.message, error.code]).toEqual(['InvalidStateError', 'send: the RTCPeerConnection is closed', 11]);
  });
});
