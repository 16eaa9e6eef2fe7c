import { type ClauseCheck, compareCalls } from '../check-clause';

const rejecting = /^(create(Offer|Answer)|set(Local|Remote)Description|addIceCandidate|sender\.(replaceTrack|setParameters))\(/;

export const callsAreRefused: ClauseCheck = {
  id: 'calls-are-refused',
  expected: 'InvalidStateError, thrown or as a rejection; `restartIce()` does nothing',
  look: compareCalls((name) => {
    if (/^channel |^getStats/.test(name)) return undefined;
    if (name === 'restartIce()') return /^returns undefined$/;
    return rejecting.test(name) ? /^rejects InvalidStateError$/ : /^throws InvalidStateError$/;
  }),
};
