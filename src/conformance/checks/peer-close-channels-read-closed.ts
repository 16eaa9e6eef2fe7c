import { type ClauseCheck, eachChannelOfPeer } from '../check-clause';

export const peerCloseChannelsReadClosed: ClauseCheck = {
  id: 'peer-close-channels-read-closed',
  expected: '"closed" soon after the transport is',
  look: eachChannelOfPeer(({ name }, { later }) => {
    const state = later[name + '.readyState'];
    return state === 'closed' ? undefined : name + ' reads "' + state + '"';
  }),
};
