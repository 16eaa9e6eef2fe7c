import * as fc from 'fast-check';
import { type Act, type ChannelRef, type Choices, type Command, type Form, type Pause, type Place, type Program, callNames, channelModes, eventTypes, givens, members, questions } from './program';

const slots = ['a', 'b', 'c'];
const ears = ['f', 'g', 'h', 'i'];

// Most of what happens is to happen on one pair.
const on = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 1) }, { weight: 1, arbitrary: fc.constantFrom(2, 3) });
const nth = fc.nat(2);
const slot = fc.constantFrom(...slots);
const ear = fc.constantFrom(...ears);
const flag = fc.option(fc.constant(true as const), { nil: undefined, freq: 3 });

/** An object without the members that are undefined, as JSON has it. */
const plain = <Value extends object>(shape: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }): fc.Arbitrary<Value> =>
  fc.record(shape).map((value) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value);

const channel: fc.Arbitrary<ChannelRef> = plain({ slot, far: flag });

const place: fc.Arbitrary<Place> = fc.oneof(
  { weight: 5, arbitrary: plain<Place & { at: 'channel' }>({ at: fc.constant('channel' as const), slot, far: flag }) },
  { weight: 3, arbitrary: plain<Place & { at: 'connection' }>({ at: fc.constant('connection' as const), on }) },
  { weight: 2, arbitrary: plain<Place & { at: 'received' }>({ at: fc.constant('received' as const), on, nth }) },
  { weight: 2, arbitrary: plain<Place & { at: 'sctp' }>({ at: fc.constantFrom('sctp', 'dtls', 'ice') as fc.Arbitrary<'sctp'>, on }) },
);

/** A place with a type of its events; the first of each list more often. */
const placeAndType = place.chain((to) => {
  const [first, ...others] = eventTypes[to.at];
  const type = others.length ? fc.oneof({ weight: 2, arbitrary: fc.constant(first!) }, { weight: 3, arbitrary: fc.constantFrom(...others) }) : fc.constant(first!);
  return fc.tuple(fc.constant(to), type);
});

const form: fc.Arbitrary<Form> = fc.oneof(
  fc.constant<Form>({ via: 'handler' }),
  plain<Form & { via: 'listener' }>({ via: fc.constant('listener' as const), capture: flag, once: flag, passive: flag, signal: flag, object: flag }),
);

const options: fc.Arbitrary<Choices> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: plain<Choices>({ channelClose: fc.constantFrom('event', 'silent'), stopTracks: fc.boolean() }) },
);

const of = <Name extends Command['do']>(name: Name, shape: { [Key in Exclude<keyof (Command & { do: Name }), 'do'>]: fc.Arbitrary<(Command & { do: Name })[Key]> }): fc.Arbitrary<Command> =>
  plain({ do: fc.constant(name), ...shape } as never);

/** Ways to listen that go past the shim, too. */
const anyForm: fc.Arbitrary<Form> = fc.oneof({ weight: 4, arbitrary: form }, { weight: 1, arbitrary: fc.constantFrom<Form>({ via: 'taken' }, { via: 'when' }) });

const listen = (then: fc.Arbitrary<Act[]>, forms = form): fc.Arbitrary<Command> =>
  fc.tuple(ear, placeAndType, forms, flag, then).map(([slot, [to, type], form, again, then]) => ({ do: 'listen', slot, to, type, form, ...(again && { again }), then }));

const close = of('close', { on, blind: flag } as never);

const simple: fc.WeightedArbitrary<Command>[] = [
  { weight: 4, arbitrary: of('channel', { on, slot, mode: fc.constantFrom(...channelModes) }) },
  { weight: 3, arbitrary: of('negotiate', { on }) },
  { weight: 2, arbitrary: of('media', { on, kind: fc.constantFrom('audio', 'audio', 'video'), by: fc.constantFrom('transceiver', 'track', 'relay') }) },
  { weight: 4, arbitrary: of('call', { on, what: fc.constantFrom(...callNames), nth }) },
  { weight: 1, arbitrary: of('stop-received', { on, nth }) },
  { weight: 2, arbitrary: of('send', { to: channel, what: fc.constantFrom('text', 'bytes', 'much') }) },
  { weight: 1, arbitrary: of('send-many', { to: channel }) },
  { weight: 2, arbitrary: of('close-channel', { to: channel }) },
  { weight: 4, arbitrary: close },
  { weight: 2, arbitrary: of('unlisten', { slot: ear }) },
  { weight: 1, arbitrary: of('abort', { slot: ear }) },
  { weight: 2, arbitrary: placeAndType.map(([to, type]) => ({ do: 'dispatch', to, type }) as Command) },
];

/** What a program does about the shim itself. */
const installing: fc.WeightedArbitrary<Command>[] = [
  { weight: 1, arbitrary: of('install', { options }) },
  { weight: 1, arbitrary: of('uninstall', {}) },
];

/** What the page lays over objects and asks of them, of which the contract says nothing: it is as natively. */
const pagesOwn: fc.WeightedArbitrary<Command>[] = [
  {
    weight: 3,
    arbitrary: place.chain((to) =>
      plain<Command & { do: 'lay' }>({ do: fc.constant('lay' as const), to: fc.constant(to), member: fc.constantFrom(...members[to.at]), onPrototype: flag }),
    ),
  },
  { weight: 4, arbitrary: of('ask', { on, member: fc.constantFrom(...questions), given: fc.constantFrom(...givens) }) },
  { weight: 1, arbitrary: of('install', { options: fc.constant({}) }) },
];

type Simple = fc.WeightedArbitrary<Command>[];

/** What a listener does: mostly nothing, or a little of what a program does. */
const acts = (simple: Simple, forms: fc.Arbitrary<Form>): fc.Arbitrary<Act[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<Act[]>([]) },
    {
      weight: 3,
      arbitrary: fc.array(
        fc.oneof(
          { weight: 6, arbitrary: close },
          { weight: 8, arbitrary: fc.oneof(...simple) },
          { weight: 3, arbitrary: listen(fc.constant([]), forms) },
          { weight: 1, arbitrary: fc.constant<Act>({ do: 'throw' }) },
          { weight: 1, arbitrary: fc.constant<Act>({ do: 'stop-event' }) },
          { weight: 1, arbitrary: of('occupy', { ms: fc.constantFrom(5, 30) }) },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    },
  );

const pause: fc.Arbitrary<Pause> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Pause>({ do: 'wait', for: 'task' }) },
  { weight: 2, arbitrary: fc.constant<Pause>({ do: 'wait', for: 'microtask' }) },
  { weight: 3, arbitrary: fc.constantFrom(1, 5, 20).map((ms): Pause => ({ do: 'wait', for: ms })) },
  { weight: 1, arbitrary: fc.constant<Pause>({ do: 'wait-open' }) },
);

const command = (simple: Simple, forms: fc.Arbitrary<Form>): fc.Arbitrary<Command | Pause> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.oneof(...simple) },
    { weight: 5, arbitrary: listen(acts(simple, forms), forms) },
    { weight: 5, arbitrary: pause },
    { weight: 1, arbitrary: of('occupy', { ms: fc.constantFrom(5, 30, 80) }) },
  );

/** How most programs begin: without it few of them would get anywhere. */
const opening: Program['commands'] = [
  { do: 'channel', on: 0, slot: 'a', mode: 'plain' },
  { do: 'channel', on: 1, slot: 'b', mode: 'plain' },
  { do: 'channel', on: 0, slot: 'c', mode: 'negotiated' },
  { do: 'media', on: 1, kind: 'audio', by: 'track' },
  { do: 'media', on: 0, kind: 'audio', by: 'transceiver' },
  { do: 'listen', slot: 'f', to: { at: 'channel', slot: 'a' }, type: 'close', form: { via: 'handler' }, then: [] },
  { do: 'negotiate', on: 0 },
  { do: 'wait-open' },
];

const opened = fc.oneof({ weight: 3, arbitrary: fc.subarray(opening) }, { weight: 1, arbitrary: fc.constant([]) });

/** Any program. */
export const programs: fc.Arbitrary<Program> = fc
  .tuple(flag, opened, fc.array(command([...simple, ...installing], form), { maxLength: 20, size: 'max' }))
  .map(([native, first, then]) => ({ ...(native && { native }), commands: [...first, ...then] }));

/** Any program that does the same natively as with the shim. */
export const comparablePrograms: fc.Arbitrary<Program> = fc
  .tuple(flag, flag, opened, fc.array(command([...simple, ...pagesOwn], anyForm), { maxLength: 16, size: 'max' }))
  .map(([native, subclass, first, then]) => ({ ...(native && { native }), ...(subclass && { subclass }), commands: [...first, ...then] }));
