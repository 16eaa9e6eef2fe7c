import type { ClauseCheck } from '../check-clause';

export const unprefixedConstructor: ClauseCheck = {
  id: 'unprefixed-constructor',
  expected: '`RTCPeerConnection` is the constructor of connections',
  look: ({ page }) => [
    { in: 'window', broken: typeof page.RTCPeerConnection === 'function' ? undefined : 'RTCPeerConnection is ' + typeof page.RTCPeerConnection },
  ],
};
