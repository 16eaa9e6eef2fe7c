import { describe, expect, it } from 'vitest';
import { negotiate } from '../../../src/conformance/pair';
import { pass, until } from '../../../src/conformance/realm';
import { chromium39 } from '../../replay/engines/chromium-39';
import { chromium45 } from '../../replay/engines/chromium-45';
import { chromium55 } from '../../replay/engines/chromium-55';
import { chromium156 } from '../../replay/engines/chromium-156';
import { safaris } from '../../replay/engines/safaris';
import { type ReplayedPage, hear, inReplay } from './in-replay';

describe.each([chromium39, chromium45, chromium55, chromium156, ...safaris].map((engine) => [engine.name, engine] as const))('the channels that a page meets in %s', (_name, engine) => {
  it('are met once, however often the event is asked', inReplay(engine, async ({ connect }) => {
    const { near, far, received } = await connect();
    const heard: string[] = [];
    near.addEventListener('datachannel', (event) => {
      expect(event.channel).toBe(event.channel);
      hear(heard, event.channel.label, event.channel, ['close']);
    });
    far.createDataChannel('late');
    await pass(50);
    hear(heard, 'received', received, ['close']);
    near.close();
    await pass(100);
    expect(heard).toEqual(['received close', 'late close']);
  }));

  it('are met in a handler, with a listener or none', inReplay(engine, async ({ connect }) => {
    const { near, far } = await connect();
    const met: RTCDataChannel[] = [];
    near.ondatachannel = ({ channel }) => met.push(channel);
    far.createDataChannel('late');
    await until('the channel', () => met[0]);
    expect(near.ondatachannel).toBeTypeOf('function');
    near.close();
    expect(met[0]!.readyState).toBe('closed');
  }));

  it('are closed when close() is called where they are met', inReplay(engine, async ({ connect }) => {
    const { near, far } = await connect();
    const met: RTCDataChannel[] = [];
    const heard: string[] = [];
    near.ondatachannel = ({ channel }) => {
      met.push(channel);
      near.close();
      heard.push(channel.readyState);
      hear(heard, 'late', channel, ['open', 'closing', 'close']);
    };
    far.createDataChannel('late');
    await pass(100);
    expect(heard).toEqual(['closed', 'late close']);
  }));
});

describe('a handler that was set before anything else', () => {
  it.each([chromium39, chromium45].map((engine) => [engine.name, engine] as const))('meets its channels in %s', async (_name, engine) => {
    await inReplay(engine, async ({ Connection, asked }) => {
      const [near, far] = [new Connection(), new Connection()];
      const met: RTCDataChannel[] = [];
      const heard: string[] = [];
      near.ondatachannel = ({ channel }) => {
        met.push(channel);
        near.close();
        heard.push(channel.readyState);
      };
      far.createDataChannel('late');
      await negotiate({ near: far, far: near, handOver: () => undefined });
      await until('the channel', () => met[0]);
      expect(heard).toEqual(['closed']);
      const listeners = () => asked.filter(({ type, target }) => type === 'datachannel' && target === near).length;
      const before = listeners();
      near.addEventListener('negotiationneeded', () => undefined);
      expect(listeners()).toBe(before);
    })();
  });
});

describe('a listener that was added before the peer was heard of', () => {
  it.each([chromium39, chromium45, chromium156, ...safaris].map((engine) => [engine.name, engine] as const))('meets its channels in %s', async (_name, engine) => {
    await inReplay(engine, async ({ Connection }) => {
      const [near, far] = [new Connection(), new Connection()];
      const heard: string[] = [];
      near.addEventListener('datachannel', ({ channel }) => {
        near.close();
        heard.push(channel.readyState);
      });
      far.createDataChannel('late');
      await negotiate({ near: far, far: near, handOver: () => undefined });
      await until('the channel', () => heard[0]);
      expect(heard).toEqual(['closed']);
    })();
  });
});

/** A connection, and the event of a channel that nobody has asked for yet. */
async function announced({ Connection }: ReplayedPage): Promise<{ near: RTCPeerConnection; event: RTCDataChannelEvent }> {
  const [near, far] = [new Connection(), new Connection()];
  const events: RTCDataChannelEvent[] = [];
  near.ondatachannel = (event) => events.push(event);
  far.createDataChannel('late');
  await negotiate({ near: far, far: near, handOver: () => undefined });
  await until('the event', () => events[0]);
  return { near, event: events[0]! };
}

describe('an event that is no news', () => {
  it('of a closed connection brings a closed channel, which fires `close` alone, once', inReplay(chromium156, async (page) => {
    const { near, event } = await announced(page);
    near.close();
    const { channel } = event;
    expect(channel.readyState).toBe('closed');
    expect(() => channel.send('late')).toThrow(expect.objectContaining({ name: 'InvalidStateError' }));
    near.close();
    expect(event.channel).toBe(channel);
    const heard: string[] = [];
    hear(heard, 'late', channel, ['open', 'message', 'closing', 'error', 'close']);
    await pass(100);
    expect(heard).toEqual(['late close']);
  }));

  it('dispatched by the page gives the channel to nobody', inReplay(chromium156, async (page) => {
    const { near, event } = await announced(page);
    const other = new page.Connection();
    const met: RTCDataChannel[] = [];
    other.ondatachannel = ({ channel }) => met.push(channel);
    other.dispatchEvent(event);
    other.close();
    expect(met.map(({ readyState }) => readyState)).toEqual(['open']);
    near.close();
    expect(met.map(({ readyState }) => readyState)).toEqual(['open']);
  }));

  it('handed to another connection leaves the channel with its own', inReplay(chromium156, async ({ Connection, connect }) => {
    const { near, far } = await connect();
    const met: RTCDataChannel[] = [];
    near.ondatachannel = (event) => {
      met.push(event.channel);
      const other = new Connection();
      other.ondatachannel = ({ channel }) => met.push(channel);
      other.dispatchEvent(event);
      other.close();
    };
    far.createDataChannel('late');
    await until('the channel', () => met[1]);
    expect(met[0]!.readyState).not.toBe('closed');
    near.close();
    expect(met[0]!.readyState).toBe('closed');
  }));
});

describe('createDataChannel()', () => {
  it('gives what the engine gives, also an error, and on what is no connection', inReplay(chromium156, ({ Connection }) => {
    const { createDataChannel } = Connection.prototype;
    expect(() => createDataChannel.call({} as RTCPeerConnection, '')).toThrow(new TypeError('Illegal invocation'));
    expect(new Connection().createDataChannel('label').label).toBe('label');
  }));
});
