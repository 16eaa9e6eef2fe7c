import { describe, expect, test } from 'vitest';
import { Model } from '../../fuzz/model';
import type { Reading, Seen, Thing } from '../../fuzz/model-types';
import type { Choices, Place } from '../../fuzz/program';

/** A connection with one target of each kind, all listened to, and closed; the channel was met. */
function closed({ installed = {}, due = true, listened = true }: { installed?: Choices | undefined; due?: boolean; listened?: boolean } = {}) {
  const model = new Model();
  model.installed = installed;
  const owner = model.connect('connection 0');
  const kinds: Place['at'][] = ['connection', 'channel', 'sctp', 'dtls', 'ice', 'received'];
  const things = Object.fromEntries(kinds.map((kind) => [kind, model.own(owner, kind, kind)])) as Record<Place['at'], Thing>;
  model.meet(things.channel);
  const callback = () => undefined;
  const listen = (thing: Thing, type: string) => {
    model.listening(thing, type);
    thing.listeners.add(type, callback);
  };
  for (const type of ['close', 'error', 'statechange', 'ended', 'mute', 'track']) for (const kind of kinds) if (listened) listen(things[kind], type);
  const close = (returns = true) => {
    model.closing(owner, Object.values(things), () => due);
    if (!returns) return;
    model.closed(owner);
    owner.taskOver = true;
  };
  const fire = (thing: Thing, type: string, isTrusted = true) => {
    const event: Seen = { type, isTrusted };
    model.hear(thing, event, callback);
    model.returned(event, false);
  };
  const said = () => model.violations.map(({ promise }) => promise);
  return { model, owner, things, callback, listen, close, fire, said };
}

/** One that keeps what it owes. */
function kept() {
  const stage = closed();
  stage.close();
  stage.fire(stage.things.channel, 'close', false);
  stage.fire(stage.things.received, 'ended');
  return stage;
}

test('what keeps the contract breaks nothing', () => {
  const { model, said } = kept();
  model.end();
  expect(said()).toEqual([]);
});

describe('events that are too many', () => {
  test.each([
    ['connection', 'track', 'connection-fires-nothing'],
    ['channel', 'error', 'channels-fire-nothing-else'],
    ['channel', 'close', 'channels-fire-close-once'],
    ['sctp', 'statechange', 'sctp-transport-fires-nothing'],
    ['dtls', 'statechange', 'transports-fire-nothing'],
    ['ice', 'statechange', 'transports-fire-nothing'],
    ['received', 'mute', 'received-tracks-fire-nothing-else'],
    ['received', 'ended', 'received-tracks-end'],
  ] as const)('%s fires %s', (kind, type, promise) => {
    const { things, fire, said } = kept();
    fire(things[kind], type);
    expect(said()).toEqual([promise]);
  });

  test('the shim fires on what is live', () => {
    const { things, fire, said } = closed();
    fire(things.channel, 'close', false);
    expect(said()).toEqual(['live']);
  });

  test('any inside close()', () => {
    const { things, close, fire, said } = closed();
    close(false);
    fire(things.dtls, 'statechange');
    expect(said()).toContain('nothing-fires-inside-close');
  });

  test('close in the task of close(), where it is not due, or where it is to be silent', () => {
    const early = closed();
    early.close();
    early.owner.taskOver = false;
    early.fire(early.things.channel, 'close', false);
    const undue = closed({ due: false });
    undue.close();
    undue.fire(undue.things.channel, 'close', false);
    const silent = closed({ installed: { channelClose: 'silent' } });
    silent.close();
    silent.fire(silent.things.channel, 'close', false);
    for (const { said } of [early, undue, silent]) expect(said()).toEqual(['channels-fire-close-once']);
  });

  test('close in another order', () => {
    const { model, owner, things, listen, close, fire, said } = closed();
    const second = model.own(owner, 'channel', 'second');
    model.meet(second);
    listen(second, 'close');
    Object.assign(things, { second });
    close();
    fire(second, 'close', false);
    fire(things.channel, 'close', false);
    expect(said()).toEqual(['channels-fire-close-once']);
  });
});

describe('events that do not come', () => {
  test('close and ended are owed to who listens since before', () => {
    const { model, close, said } = closed();
    close();
    model.end();
    expect(said()).toEqual(['channels-fire-close-once', 'received-tracks-end']);
  });

  test('and to no one else', () => {
    const { model, things, listen, close, said } = closed({ listened: false });
    close();
    listen(things.channel, 'close');
    model.end();
    expect(said()).toEqual([]);
  });
});

describe('no claims', () => {
  test('on what was closed natively', () => {
    const { model, things, close, fire, said } = closed({});
    model.installed = undefined;
    close();
    fire(things.channel, 'error');
    fire(things.connection, 'track');
    model.end();
    expect(said()).toEqual([]);
  });

  test('on what listened before install(), but that the shim is quiet', () => {
    const { model, things, listen, close, fire, said } = closed({ listened: false });
    model.installed = undefined;
    listen(things.connection, 'track');
    model.installed = {};
    close();
    fire(things.connection, 'track');
    expect(said()).toEqual([]);
    fire(things.connection, 'track', false);
    expect(said()).toEqual(['connection-fires-nothing']);
  });
});

describe('listeners', () => {
  test('one that is not on the list, and one that is left out', () => {
    const { model, things, callback, said } = closed();
    const other = () => undefined;
    things.channel.listeners.add('error', other);
    const event = { type: 'error', isTrusted: true };
    model.hear(things.channel, event, other);
    expect(said()).toEqual(['listeners']);
    const next = { type: 'error', isTrusted: true };
    model.hear(things.channel, next, callback);
    model.returned(next, false);
    model.settle();
    expect(said()).toEqual(['listeners', 'listeners']);
  });

  test('what the page dispatches reaches all of them, closed or not', () => {
    const { model, things, close, said } = closed();
    close();
    model.dispatching(things.channel, {}, 'error')();
    expect(said()).toEqual(['listeners']);
  });
});

test('readings are what they should be, or what they were', () => {
  const { model, owner, close, said } = closed();
  const kept: Reading = { promise: 'gathering-state-stays', path: 'iceGatheringState', value: 'new' };
  const threw: Reading = { promise: 'descriptions-stay-readable', path: 'getConfiguration', value: 'throws TypeError' };
  model.look(owner, [kept, threw]);
  close();
  model.look(owner, [kept, { ...threw, value: '{}' }, { promise: 'connection-reads-closed', path: 'signalingState', value: 'closed', wanted: 'closed' }]);
  expect(said()).toEqual([]);
  model.look(owner, [{ ...kept, value: 'complete' }, { promise: 'connection-reads-closed', path: 'signalingState', value: 'stable', wanted: 'closed' }]);
  expect(said()).toEqual(['gathering-state-stays', 'connection-reads-closed']);
});
