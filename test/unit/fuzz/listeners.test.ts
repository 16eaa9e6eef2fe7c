import { expect, test } from 'vitest';
import { Dispatch, Listeners } from '../../fuzz/listeners';

const named = (name: string) => ({ name });

/** Who hears an event; `act` is what each does. */
function hear(listeners: Listeners, type: string, act: (name: string, dispatch: Dispatch) => void = () => undefined, order = {}) {
  const dispatch = new Dispatch(listeners, type, order);
  const heard: string[] = [];
  for (let next = dispatch.next(); next; next = dispatch.next()) {
    const { name } = next.callback as { name: string };
    heard.push(name);
    act(name, dispatch);
  }
  return heard;
}

test('capturing listeners come first, where the engine has it so', () => {
  const listeners = new Listeners();
  listeners.add('close', named('plain'));
  listeners.add('close', named('capture'), { capture: true });
  expect(hear(listeners, 'close')).toEqual(['capture', 'plain']);
  expect(hear(listeners, 'close', undefined, { capturesFirst: false })).toEqual(['plain', 'capture']);
});

test('the same listener is there once a phase, and goes by phase', () => {
  const listeners = new Listeners();
  const same = named('same');
  for (const capture of [false, false, true]) listeners.add('close', same, { capture });
  expect(hear(listeners, 'close')).toEqual(['same', 'same']);
  listeners.remove('close', same, true);
  expect(hear(listeners, 'close')).toEqual(['same']);
});

test('a handler keeps its place when it changes, and loses it when it goes', () => {
  const listeners = new Listeners();
  listeners.setHandler('close', named('first'));
  listeners.add('close', named('listener'));
  listeners.setHandler('close', named('second'));
  expect(hear(listeners, 'close')).toEqual(['second', 'listener']);
  listeners.setHandler('close', null);
  listeners.setHandler('close', named('third'));
  expect(hear(listeners, 'close')).toEqual(['listener', 'third']);
  expect(hear(listeners, 'close', undefined, { skips: 'handlers' })).toEqual(['listener']);
  expect(hear(listeners, 'close', undefined, { skips: 'listeners' })).toEqual(['third']);
});

test('once is once; what is removed on the way is not called, what is added is not yet', () => {
  const listeners = new Listeners();
  const last = named('last');
  listeners.add('close', named('once'), { once: true });
  listeners.add('close', last);
  const heard = hear(listeners, 'close', (name) => {
    if (name !== 'once') return;
    listeners.remove('close', last);
    listeners.add('close', named('added'));
  });
  expect(heard).toEqual(['once']);
  expect(hear(listeners, 'close')).toEqual(['added']);
});

test('what a capturing listener adds is called in the same event', () => {
  const listeners = new Listeners();
  listeners.add('close', named('capture'), { capture: true });
  expect(hear(listeners, 'close', (name) => name === 'capture' && listeners.add('close', named('added')))).toEqual(['capture', 'added']);
});

test('a stopped event goes no further', () => {
  const listeners = new Listeners();
  listeners.add('close', named('first'));
  listeners.add('close', named('second'));
  expect(hear(listeners, 'close', (_name, dispatch) => void (dispatch.stopped = true))).toEqual(['first']);
});

test('left are those that were there when the last one returned, and still are', () => {
  const listeners = new Listeners();
  const second = named('second');
  listeners.add('close', named('first'));
  listeners.add('close', second);
  const dispatch = new Dispatch(listeners, 'close');
  dispatch.next();
  dispatch.returned = listeners.clock;
  listeners.add('close', named('later'));
  expect(dispatch.left().map(({ callback }) => callback)).toEqual([second]);
  listeners.remove('close', second);
  expect(dispatch.left()).toEqual([]);
});
