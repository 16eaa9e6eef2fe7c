import { bare, each } from '../natives';
import type { Repair } from '../repair';
import { callsAreRefused } from './calls-are-refused';
import { channelsFireCloseOnce } from './channels-fire-close-once';
import { channelsFireNothingElse } from './channels-fire-nothing-else';
import { channelsReadClosed } from './channels-read-closed';
import { closeTwiceIsQuiet } from './close-twice-is-quiet';
import { connectionFiresNothing } from './connection-fires-nothing';
import { connectionReadsClosed } from './connection-reads-closed';
import { descriptionsStayReadable } from './descriptions-stay-readable';
import { gatheringStateStays } from './gathering-state-stays';
import { nothingFiresInsideClose } from './nothing-fires-inside-close';
import { peerCloseChannelsFireCloseOnce } from './peer-close-channels-fire-close-once';
import { peerCloseChannelsFireClosing } from './peer-close-channels-fire-closing';
import { peerCloseChannelsFireError } from './peer-close-channels-fire-error';
import { peerCloseChannelsReadClosed } from './peer-close-channels-read-closed';
import { receivedTracksEnd } from './received-tracks-end';
import { receivedTracksFireNothingElse } from './received-tracks-fire-nothing-else';
import { remoteSideStaysReadable } from './remote-side-stays-readable';
import { sctpStays } from './sctp-stays';
import { sctpTransportFiresNothing } from './sctp-transport-fires-nothing';
import { sendIsRefused } from './send-is-refused';
import { sendersAreStopped } from './senders-are-stopped';
import { statsStayAvailable } from './stats-stay-available';
import { transceiversReadStopped } from './transceivers-read-stopped';
import { transceiversStayListed } from './transceivers-stay-listed';
import { transportsFireNothing } from './transports-fire-nothing';
import { transportsReadClosed } from './transports-read-closed';
import { unprefixedConstructor } from './unprefixed-constructor';

const all: readonly Repair[] = [
  unprefixedConstructor,
  closeTwiceIsQuiet,
  connectionReadsClosed,
  channelsReadClosed,
  transportsReadClosed,
  transceiversReadStopped,
  transceiversStayListed,
  sendersAreStopped,
  descriptionsStayReadable,
  sctpStays,
  gatheringStateStays,
  remoteSideStaysReadable,
  nothingFiresInsideClose,
  channelsFireCloseOnce,
  channelsFireNothingElse,
  receivedTracksEnd,
  receivedTracksFireNothingElse,
  connectionFiresNothing,
  sctpTransportFiresNothing,
  transportsFireNothing,
  sendIsRefused,
  callsAreRefused,
  statsStayAvailable,
  peerCloseChannelsReadClosed,
  peerCloseChannelsFireClosing,
  peerCloseChannelsFireError,
  peerCloseChannelsFireCloseOnce,
];

// What the page puts on `Object.prototype` is no part of a repair. Their parts are lists, and what is walked by its own keys.
each(all, bare);

/** Every repair, in the order of the contract. */
export const repairs = all;
