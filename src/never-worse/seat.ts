import { type Media, makeMedia } from '../conformance/media';
import { makePair } from '../conformance/pair';
import { castOf } from '../conformance/readings';
import { until } from '../conformance/realm';
import { type Stage, connect } from '../conformance/scenes';
import { eventsOf } from './events-of';
import { facetsOf } from './facets-of';
import type { FreshRealm } from './fresh-realm';
import type { Fact, Heard } from './recording';
import { type Way, deaf, taken } from './ways';

/** One connection of a moment, its objects, and what is heard on them in one group of ways. */
export interface Seat extends Stage {
  realm: FreshRealm;
  way: Way;
  heard: Heard[];
  facts: Fact[];
  /** The far ends of the channels, by label. */
  farChannels: Record<string, RTCDataChannel>;
  objects: Record<string, EventTarget>;
  /** Where in the moment it is; what is heard is noted under it. Empty: what is heard is not part of it yet. */
  when: string;
  /** Whether the event has come inside which it listens. */
  isInside: boolean;
  /** Connects it, with media and a channel of each kind. */
  connect(): Promise<void>;
  /** Listens to every object that is there by now. */
  listen(): void;
  /** Has something done in an event: a page that listens past the shim does so there, too. */
  actIn(target: EventTarget, type: string, act: (event: Event) => void): void;
  /** Closes the connection; what is heard after it is noted under `afterwards`. */
  close(afterwards?: string): void;
}

/** The time in which nobody has closed anything. */
export const living = 'while it lives';

const lasting: { media?: Media } = {};

/** Local media for all connections of a realm: that of this page where an audio context stays for ever, as there may be six. */
export function mediaOf({ page }: FreshRealm): Media {
  if (page.AudioContext && page.AudioContext.prototype.close) return makeMedia(page);
  return (lasting.media = lasting.media || makeMedia(window as unknown as FreshRealm['page']));
}

/** Each connection has tracks of its own; video is encoded for one alone. */
function ownStream({ page }: FreshRealm, stream: MediaStream, withVideo: boolean): MediaStream {
  if (!page.MediaStream || !('getTracks' in stream) || !page.MediaStreamTrack || !page.MediaStreamTrack.prototype.clone) return stream;
  const tracks = withVideo ? stream.getTracks() : stream.getAudioTracks();
  try {
    return new page.MediaStream(tracks.map((track) => track.clone()));
  } catch {
    return stream;
  }
}

/** Makes a pair of connections of a realm, of which one is looked at. */
export function makeSeat(realm: FreshRealm, way: Way, media: Media, fromTheStart: boolean): Seat {
  const stream = ownStream(realm, media.stream, way.name === 'all ways' || way === deaf);
  const streams: MediaStream[] = [];
  const seat: Seat = {
    ...makePair(realm.page),
    channels: {},
    media: { stream, stop: () => undefined },
    realm,
    way,
    heard: [],
    facts: [],
    farChannels: {},
    objects: {},
    when: fromTheStart ? living : '',
    isInside: false,
    async connect() {
      const { near } = seat;
      const metByFar = keepFarChannels(seat);
      near.addEventListener('track', (event) => {
        event.streams.forEach((each) => streams.indexOf(each) < 0 && streams.push(each));
        if (fromTheStart) seat.listen();
      });
      near.addEventListener('addstream', (event) => {
        const { stream: added } = event as unknown as { stream: MediaStream };
        if (streams.indexOf(added) < 0) streams.push(added);
      });
      if (fromTheStart) seat.listen();
      // Its channels are there at once.
      const connecting = connect(seat);
      // It runs after the one that puts the channel among the others.
      if (fromTheStart) near.addEventListener('datachannel', () => seat.listen());
      if (fromTheStart) seat.listen();
      await connecting;
      // The first and the second; what they are called may be what a test spoils.
      await until('the channels of the far side', () => metByFar() >= 2);
      if (fromTheStart) seat.listen();
    },
    listen() {
      meet(seat, streams);
      if (!way.inside) hear(seat);
      else if (seat.objects[way.inside[0]]) hearInside(seat);
    },
    actIn(target, type, act) {
      (way === taken ? realm.taken : target.addEventListener).call(target, type, act);
    },
    close(afterwards = 'after close()') {
      seat.when = 'inside close()';
      try {
        seat.near.close();
      } finally {
        seat.when = afterwards;
      }
    },
  };
  return seat;
}

/** Keeps the channels of the far side: one that is collected is closed. Returns what says how many of them the near side made. */
function keepFarChannels({ far, farChannels }: Seat): () => number {
  let met = 0;
  const { createDataChannel } = far;
  far.createDataChannel = function (label) {
    const channel = createDataChannel.apply(far, arguments as unknown as Parameters<typeof createDataChannel>);
    farChannels[label] = channel;
    return channel;
  };
  far.addEventListener('datachannel', ({ channel }) => {
    farChannels[channel.label] = channel;
    met++;
  });
  return () => met;
}

/** Collects the objects that a page can hold by now. */
function meet(seat: Seat, streams: MediaStream[]): void {
  const { objects, near } = seat;
  const add = (name: string, object: unknown) => {
    if (object && !objects[name]) objects[name] = object as EventTarget;
  };
  if (near.signalingState === 'closed') return;
  const cast = castOf(seat);
  Object.keys(cast).forEach((name) => add(name, cast[name]));
  (near.getReceivers ? near.getReceivers() : []).forEach((receiver, i) => add('receiver ' + i, receiver));
  (near.getSenders ? near.getSenders() : []).forEach((sender, i) => add('dtmf ' + i, sender.dtmf));
  streams.forEach((stream, i) => add('stream ' + i, stream));
}

const listened = new WeakMap<object, boolean>();

/** What is called with an event of an object, and notes it. */
const earOf = (seat: Seat, object: string, target: EventTarget, type: string) => (way: string) =>
  function (this: unknown, event: Event) {
    if (seat.when) seat.heard.push({ object, type, way, when: seat.when, facets: facetsOf(event, this, target) });
  };

/** Does something with each object that can be listened to, once. */
function eachTarget({ objects }: Seat, done: WeakMap<object, boolean>, act: (object: string, target: EventTarget) => void): void {
  Object.keys(objects).forEach((object) => {
    const target = objects[object]!;
    // Gecko 33: tracks are no event targets. Transceivers, senders and receivers are none anywhere.
    if (!target.addEventListener || done.get(target)) return;
    done.set(target, true);
    act(object, target);
  });
}

/** Listens to what is not listened to yet. */
function hear(seat: Seat): void {
  eachTarget(seat, listened, (object, target) =>
    eventsOf(object, target).forEach((type) => seat.way.listen(target, type, earOf(seat, object, target, type), seat.realm)),
  );
}

/** The way of a listener that is there in time, by which is told what one that is added inside an event should hear. */
export const control = 'control';

const controlled = new WeakMap<object, boolean>();

function hearInside(seat: Seat): void {
  const [object, type] = seat.way.inside!;
  eachTarget(seat, controlled, (name, target) => {
    if (name === object) return;
    eventsOf(name, target).forEach((each) => {
      const note = earOf(seat, name, target, each)(control);
      target.addEventListener(each, function (this: unknown, event) {
        if (seat.isInside) note.call(this, event);
      });
    });
  });
  const target = seat.objects[object]!;
  if (listened.get(target)) return;
  listened.set(target, true);
  target.addEventListener(type, () => {
    seat.isInside = true;
    hear(seat);
  });
}

/** Ends what is left of a seat. */
export function leave({ near, far, media: { stream } }: Seat, media: Media): void {
  [near, far].forEach((connection) => connection.signalingState !== 'closed' && connection.close());
  if (stream !== media.stream) stream.getTracks().forEach((track) => track.stop());
}
