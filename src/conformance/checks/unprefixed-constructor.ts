import { attempt } from '../../arguments/attempt';
import type { ClauseCheck } from '../check-clause';
import { connectionConstructor } from '../realm';

export const unprefixedConstructor: ClauseCheck = {
  id: 'unprefixed-constructor',
  expected: '`RTCPeerConnection` is the constructor of connections',
  look({ page }) {
    // Where the engine has none under any name, there is none to be named.
    if (!attempt(() => connectionConstructor(page))) return [];
    const { RTCPeerConnection } = page;
    return [{ in: 'window', broken: typeof RTCPeerConnection === 'function' ? undefined : 'RTCPeerConnection is ' + typeof RTCPeerConnection }];
  },
};
