import { makePair } from '../../conformance/pair';
import type { Page } from '../../conformance/realm';
import { crashesAtStats } from '../../playground/crashes-at-stats';
import { attempt } from '../describe';
import { type Runs, layOver, touch } from '../lay-over';
import type { Moment } from '../moment';
import { ownNames } from '../own-names';
import { ofTheShim } from '../read-members';
import type { Seat } from '../seat';
import { hasSubclasses, subclass } from '../subclass';

const interfaces = ['PeerConnection', 'DataChannel', 'RtpTransceiver', 'RtpSender', 'RtpReceiver', 'SctpTransport', 'DtlsTransport', 'IceTransport', 'DTMFSender', 'DataChannelEvent']
  .map((name) => 'RTC' + name)
  .concat('MediaStreamTrack', 'MediaStream', 'webkitRTCPeerConnection', 'mozRTCPeerConnection');

/** Not to be called: what crashes the engine. */
const sparing = (names: string[]) => (crashesAtStats(navigator.userAgent) ? names.filter((name) => name !== 'getStats') : names);

const layOverPrototypes = (page: Page): Record<string, Runs> => {
  const all: Record<string, Runs> = {};
  interfaces.forEach((name) => {
    const made = page[name] as { prototype: object } | undefined;
    if (made) all[name] = layOver(made.prototype, made.prototype, Object.getOwnPropertyNames(made.prototype).filter((each) => each !== 'constructor'));
  });
  return all;
};

/** Notes how often the page's code runs while the connection is closed, and when every member is used afterwards. */
function closeAndUse(seat: Seat, layers: Record<string, Runs>, isOursAlone: boolean): void {
  const note = (facet: string, inWords: (times: number) => string = String) =>
    Object.keys(layers).forEach((object) =>
      Object.keys(layers[object]!).forEach((member) => {
        seat.facts.push({ part: 'page', object, member, way: '', when: 'after close()', facet, value: inWords(layers[object]![member]!) });
        layers[object]![member] = 0;
      }),
    );
  const names: Record<string, string[]> = {};
  Object.keys(seat.objects).forEach((name) => (names[name] = sparing(ownNames(seat.objects[name]!))));
  const forget = () => Object.keys(layers).forEach((object) => Object.keys(layers[object]!).forEach((member) => (layers[object]![member] = 0)));
  forget();
  seat.close();
  if (isOursAlone) note('runs inside close()');
  forget();
  Object.keys(seat.objects).forEach((name) => touch(seat.objects[name]!, names[name]!));
  // What was there before it, the shim may use as it uses the engine's own.
  note('runs', isOursAlone ? String : (times) => (times ? 'yes' : 'no'));
}

const overInstances = (seat: Seat): Record<string, Runs> => {
  const all: Record<string, Runs> = {};
  Object.keys(seat.objects).forEach((name) => (all[name] = layOver(seat.objects[name]!)));
  return all;
};

/** The layers of a realm's prototypes, until its moment comes. */
const laid = new WeakMap<Page, Record<string, Runs>>();

/** A subclass that overrides every member. */
function layOverSubclass(page: Page): void {
  const { prototype } = page.RTCPeerConnection as { prototype: object };
  laid.set(page, { 'subclassed connection': layOver(prototype, subclass(page), Object.getOwnPropertyNames(prototype).filter((each) => each !== 'constructor')) });
}

/** Reads every member of every object through a proxy that counts, as a page's logger does. */
function readThroughProxy(seat: Seat): void {
  const { page } = seat.realm;
  seat.close();
  Object.keys(seat.objects).forEach((object) => {
    const target = seat.objects[object]! as unknown as Record<string, unknown>;
    let reads = 0;
    const proxy = new page.Proxy(target, {
      get(_: object, name: string) {
        reads++;
        const value = target[name];
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
      },
    }) as Record<string, unknown>;
    ownNames(target).filter((member) => !ofTheShim.test(member)).forEach((member) => {
      seat.facts.push({ part: 'read', object, member, way: 'a Proxy', when: 'at once', facet: 'value', value: attempt(() => proxy[member]) });
      seat.facts.push({ part: 'read', object, member, way: 'a bare Proxy', when: 'at once', facet: 'value', value: attempt(() => new page.Proxy(target, {})[member]) });
    });
    seat.facts.push({ part: 'page', object, member: 'a Proxy', way: '', when: 'at once', facet: 'runs', value: reads ? 'yes' : 'no' });
  });
}

/** What the page lays over the engine's objects, and whether it still runs on a closed connection. */
export const pageCode: readonly Moment[] = [
  { name: "the page's own members on objects", closes: 'here', quick: true, alone: true, act: (seat) => closeAndUse(seat, overInstances(seat), true) },
  {
    name: "the page's wrappers on prototypes from before install",
    closes: 'here',
    alone: true,
    before: ({ page }) => void laid.set(page, layOverPrototypes(page)),
    act: (seat) => closeAndUse(seat, laid.get(seat.realm.page)!, false),
  },
  {
    name: "the page's wrappers on prototypes",
    closes: 'here',
    quick: true,
    alone: true,
    act: (seat) => closeAndUse(seat, layOverPrototypes(seat.realm.page), true),
  },
  {
    name: "the page's wrappers on prototypes after its first close",
    closes: 'here',
    alone: true,
    act(seat) {
      const { near } = makePair(seat.realm.page);
      near.createDataChannel('first');
      near.close();
      closeAndUse(seat, layOverPrototypes(seat.realm.page), true);
    },
  },
  {
    name: "the page's subclass",
    closes: 'here',
    quick: true,
    alone: true,
    lacks: ({ realm: { page } }) => (laid.get(page) ? undefined : 'the engine has no Reflect.construct, so no subclasses'),
    after: ({ page }) => void (hasSubclasses(page) && layOverSubclass(page)),
    act: (seat) => closeAndUse(seat, laid.get(seat.realm.page)!, true),
  },
  {
    name: "the page's Proxy",
    closes: 'here',
    alone: true,
    lacks: ({ realm: { page } }) => (page.Proxy ? undefined : 'the engine has no Proxy'),
    act: readThroughProxy,
  },
];
