import { type ClauseCheck, eachChannelOfPeer, heardOnce } from '../check-clause';

export const peerCloseChannelsFireError: ClauseCheck = {
  id: 'peer-close-channels-fire-error',
  expected: 'one `error` with "sctp-failure" on each channel that was open, before its `close`; none on one that the peer closed itself',
  look(evidence) {
    const look = eachChannelOfPeer(({ name, heard, closed }) => {
      const errors = heard.filter(({ type }) => type === 'error');
      if (closed) return errors.length ? name + ' fires error' : undefined;
      const wanted = (evidence.page.RTCErrorEvent ? 'RTCErrorEvent' : 'Event') + ' with sctp-failure';
      const order = heard.map(({ type }) => type).filter((type) => type === 'error' || type === 'close');
      return (
        heardOnce(name, heard, 'error', 'closed') ||
        (errors[0]!.error !== wanted ? name + ' fires ' + errors[0]!.error : order[0] !== 'error' ? name + ' fires error after close' : undefined)
      );
    });
    return look(evidence);
  },
};
