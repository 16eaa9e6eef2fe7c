import { describe, expect, it, vi } from 'vitest';
import { conforming } from '../../../replay/behaviour';
import { makeEngine } from '../../../replay/make-engine';
import '../../../replay/shim';
import type { Global } from '../../../../src/shim/engine/global-object';
import { taskQueue } from '../../../../src/shim/engine/task-queue';

/** A message channel as browsers have it, with accessors on its prototypes. Its posts wait until they are delivered. */
function makePorts() {
  const posts: (() => void)[] = [];
  let opened = 0;
  class MessagePort {
    heard: (() => void) | undefined;
    twin: MessagePort | undefined;
    set onmessage(heard: () => void) {
      this.heard = heard;
    }
    postMessage(...message: unknown[]) {
      if (!message.length) throw new TypeError('1 argument required');
      posts.push(() => this.twin!.heard!());
    }
  }
  const pairs = new WeakMap<object, MessagePort[]>();
  class MessageChannel {
    constructor() {
      opened++;
      const ports = [new MessagePort(), new MessagePort()];
      ports[1]!.twin = ports[0];
      pairs.set(this, ports);
    }
    get port1() {
      return pairs.get(this)![0];
    }
    get port2() {
      return pairs.get(this)![1];
    }
  }
  return { MessageChannel, MessagePort, posts, opened: () => opened };
}

/** The tasks of a realm with these globals. Its timers wait, too. */
function makeTasks(globals: object) {
  const timers: [() => void, number][] = [];
  const { global } = makeEngine(conforming);
  Object.assign(global, { setTimeout: (run: () => void, delay: number) => timers.push([run, delay]) }, globals);
  const task = taskQueue(global as Global);
  return { task, timers };
}

describe('tasks, where there are message channels', () => {
  it('runs each in a message of its own, in order, by one channel that the first opens; one message is on its way while any waits', () => {
    const { posts, opened, ...ports } = makePorts();
    const { task, timers } = makeTasks(ports);
    expect(opened()).toBe(0);
    const ran: string[] = [];
    task(() => ran.push('first'));
    task(() => ran.push('second'));
    expect([ran, posts.length, opened()]).toEqual([[], 1, 1]);
    posts.shift()!();
    expect([ran, posts.length]).toEqual([['first'], 1]);
    task(() => ran.push('third'));
    posts.shift()!();
    posts.shift()!();
    expect([ran, posts.length]).toEqual([['first', 'second', 'third'], 0]);
    task(() => ran.push('fourth'));
    posts.shift()!();
    expect(ran).toEqual(['first', 'second', 'third', 'fourth']);
    expect([opened(), timers]).toEqual([1, []]);
  });

  // Chromium takes ever longer to define one more item of a list: ten thousand channels paid for it.
  it('defines nothing for a task, however many wait', async () => {
    const { posts, ...ports } = makePorts();
    const { global } = makeEngine(conforming);
    Object.assign(global, ports);
    const define = vi.spyOn(Object, 'defineProperty');
    try {
      vi.resetModules();
      // What the shim works with is taken when it is loaded.
      const { taskQueue } = await import('../../../../src/shim/engine/task-queue');
      const task = taskQueue(global as Global);
      define.mockClear();
      let ran = 0;
      for (let i = 0; i < 100; i++) task(() => ran++);
      while (posts.length) posts.shift()!();
      expect([ran, define.mock.calls.length]).toEqual([100, 0]);
    } finally {
      define.mockRestore();
    }
  });

  it('goes on after one that throws', () => {
    const { posts, ...ports } = makePorts();
    const { task } = makeTasks(ports);
    const ran: string[] = [];
    task(() => {
      throw new Error('a listener that throws');
    });
    task(() => ran.push('second'));
    expect(() => posts.shift()!()).toThrow('a listener that throws');
    posts.shift()!();
    expect(ran).toEqual(['second']);
  });

  it('has what it works with before the page patches it', () => {
    const { posts, opened, MessageChannel, MessagePort } = makePorts();
    const { task } = makeTasks({ MessageChannel, MessagePort });
    const patched = { configurable: true, value: undefined };
    Object.defineProperties(MessageChannel.prototype, { port1: patched, port2: patched });
    Object.defineProperties(MessagePort.prototype, { onmessage: patched, postMessage: patched });
    const ran: string[] = [];
    task(() => ran.push('first'));
    expect([posts.length, opened()]).toEqual([1, 1]);
    posts.shift()!();
    expect(ran).toEqual(['first']);
  });
});

describe.each([
  ['no message channel', {}],
  ['a message channel that cannot be made', { MessageChannel: Object.assign(() => undefined, { prototype: makePorts().MessageChannel.prototype }), MessagePort: makePorts().MessagePort }],
  ['no port interface', { MessageChannel: makePorts().MessageChannel }],
])('tasks, where there is %s', (_what, globals) => {
  it('runs each in a timer of its own, in order', () => {
    const { task, timers } = makeTasks({ MessageChannel: undefined, ...globals });
    const ran: string[] = [];
    task(() => ran.push('first'));
    task(() => ran.push('second'));
    expect([ran, timers.map(([, delay]) => delay)]).toEqual([[], [0]]);
    timers.shift()![0]();
    expect([ran, timers.map(([, delay]) => delay)]).toEqual([['first'], [0]]);
    timers.shift()![0]();
    expect(ran).toEqual(['first', 'second']);
  });
});
