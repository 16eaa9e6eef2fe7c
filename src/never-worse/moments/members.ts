import { callMembers } from '../call-members';
import type { Moment } from '../moment';
import { pass } from '../../conformance/realm';
import { readMembers } from '../read-members';

/** What would end a live connection, or its objects, in the middle of the others' calls. */
const ending = /\.(close|stop)$/;
const nothing = /^$/;

/** What the members of all objects read, and what calls of them do. */
export const members: readonly Moment[] = [
  {
    name: 'readings around a local close',
    closes: 'here',
    quick: true,
    alone: true,
    async act(seat) {
      readMembers(seat, 'before');
      seat.close();
      readMembers(seat, 'at once');
      await pass(300);
      readMembers(seat, 'later');
    },
  },
  {
    name: 'readings around a close of an unconnected connection',
    closes: 'here',
    alone: true,
    unconnected: true,
    async act(seat) {
      seat.channels.first = seat.near.createDataChannel('first');
      seat.listen();
      readMembers(seat, 'before');
      seat.close();
      readMembers(seat, 'at once');
      await pass(300);
      readMembers(seat, 'later');
    },
  },
  {
    name: "readings around a peer's close",
    closes: 'the peer',
    alone: true,
    async act(seat) {
      readMembers(seat, 'before');
      seat.far.close();
      await pass(400);
      readMembers(seat, 'later');
    },
  },
  { name: 'calls while it lives', closes: 'nobody', alone: true, act: (seat) => callMembers(seat, 'while it lives', ending) },
  {
    name: 'calls after a local close',
    closes: 'here',
    quick: true,
    alone: true,
    act(seat) {
      seat.close();
      return callMembers(seat, 'after close()', nothing);
    },
  },
  {
    name: 'calls after a close of an unconnected connection',
    closes: 'here',
    alone: true,
    unconnected: true,
    act(seat) {
      seat.channels.first = seat.near.createDataChannel('first');
      seat.listen();
      seat.close();
      return callMembers(seat, 'after close()', nothing);
    },
  },
  {
    name: "calls after the peer's close",
    closes: 'the peer',
    alone: true,
    async act(seat) {
      seat.far.close();
      await pass(400);
      await callMembers(seat, 'after the peer closed', /^(?!channel )/);
    },
  },
];
