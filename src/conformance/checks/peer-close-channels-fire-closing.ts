import { type ClauseCheck, eachChannelOfPeer, heardOnce } from '../check-clause';

export const peerCloseChannelsFireClosing: ClauseCheck = {
  id: 'peer-close-channels-fire-closing',
  expected: 'one `closing` on each channel that was open, which reads "closing" then',
  look: eachChannelOfPeer(({ name, heard, closed }) => (closed ? undefined : heardOnce(name, heard, 'closing', 'closing'))),
};
