import type { Behaviour } from './behaviour';
import { createChannels } from './channel';
import { createConnectionInterface } from './connection-interface';
import { createEvents } from './events';
import { createInterfaces } from './interfaces';
import { createMedia } from './media';
import type { RealmParts } from './realm-parts';
import { createTransceivers } from './transceivers';
import { VirtualClock } from './virtual-clock';

/** The global object of a replayed realm, with what tests ask beside it. */
export interface ReplayedRealm {
  /** What `install()` and `check()` are given. */
  global: Record<string, unknown>;
  clock: VirtualClock;
  /** What listeners threw. */
  errors: unknown[];
}

/** A message channel whose posts are tasks of the clock. */
const messageChannel = (clock: VirtualClock) =>
  class MessageChannel {
    port1 = { onmessage: () => undefined };
    port2 = { postMessage: () => void clock.after(0, () => this.port1.onmessage()) };
  };

/** Makes a realm whose connections behave as told. */
export function makeEngine(behaviour: Behaviour): ReplayedRealm {
  const clock = new VirtualClock();
  const events = createEvents(behaviour);
  const parts: RealmParts = { behaviour, clock, events, interfaces: createInterfaces(behaviour, events) };
  const media = createMedia(parts);
  const channels = createChannels(parts);
  const transceivers = createTransceivers(parts, media);

  const global: Record<string, unknown> = {
    Object,
    Promise,
    DOMException: behaviour.lacks.includes('DOMException.constructor') ? { prototype: DOMException.prototype } : DOMException,
    Event: events.Event,
    EventTarget: events.EventTarget,
    MessageChannel: messageChannel(clock),
    setTimeout: (run: () => void, delay = 0) => clock.after(delay, run),
    performance: { now: () => clock.now() },
    navigator: { userAgent: '' },
    RTCIceCandidate: class RTCIceCandidate {
      candidate = '';
    },
    RTCDataChannelEvent: events.DataChannelEvent,
    // By this name the shim knows of it.
    ...(!behaviour.takesOnceAlong && { AbstractRange: () => undefined }),
    ...media.globals,
    ...transceivers.globals,
    [behaviour.connection]: createConnectionInterface({ ...parts, media, channels, numbered: [], ...transceivers }),
  };
  if (behaviour.connection === 'mozRTCPeerConnection') global.mozRTCIceCandidate = global.RTCIceCandidate;
  if (behaviour.channel) global[behaviour.channel] = channels.interfaceObject;
  for (const name of behaviour.lacks) Reflect.deleteProperty(global, name);
  return { global, clock, errors: events.errors };
}
