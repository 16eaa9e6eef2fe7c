import { expect } from 'chai';
import { negotiate } from '../../src/conformance/pair';
import { pass } from '../../src/conformance/realm';
import { inRealm, next } from './realms';

// Where close() is called from, and who listens.
describe('close()', () => {
  it("inside onmessage, as in MDN's example", inRealm(async ({ install, connected }) => {
    install();
    const { near, received, far2, made } = await connected();
    const heard: string[] = [];
    received.onmessage = () => {
      heard.push('message');
      near.close();
      heard.push(received.readyState, made.readyState);
    };
    received.onclose = () => heard.push('close');
    const closed = next(received, 'close');
    far2.send('one');
    far2.send('two');
    await closed;
    await pass(100);
    expect(heard).to.deep.equal(['message', 'closed', 'closed', 'close']);
  }));

  it('inside onopen', inRealm(async ({ install, pair }) => {
    install();
    const both = pair();
    const channel = both.near.createDataChannel('one');
    const other = both.near.createDataChannel('two');
    const heard: string[] = [];
    for (const each of [channel, other]) {
      for (const type of ['open', 'closing', 'error', 'close']) each.addEventListener(type, () => heard.push(each.label + ' ' + type));
    }
    channel.addEventListener('open', () => both.near.close());
    void negotiate(both);
    await next(other, 'close');
    await pass(100);
    expect(heard.filter((line) => line.endsWith('close'))).to.deep.equal(['one close', 'two close']);
    expect(heard.filter((line) => !/ (close|open)$/.test(line))).to.deep.equal([]);
  }));

  it('inside ondatachannel', inRealm(async ({ install, pair }) => {
    install();
    const both = pair();
    both.near.createDataChannel('made');
    both.far.createDataChannel('received');
    const met = new Promise<RTCDataChannel>((resolve) => {
      both.near.ondatachannel = ({ channel }) => {
        both.near.close();
        resolve(channel);
      };
    });
    void negotiate(both);
    const channel = await met;
    expect(channel.readyState).to.equal('closed');
    await next(channel, 'close');
  }));

  it('inside ontrack ends the track once', inRealm(async ({ install, pair }) => {
    install();
    const both = pair();
    both.near.addTransceiver('audio');
    both.far.addTransceiver('audio');
    const ended: string[] = [];
    const met = new Promise<MediaStreamTrack>((resolve) => {
      both.far.ontrack = ({ track }) => {
        track.addEventListener('ended', () => ended.push('listener ' + track.readyState));
        track.onended = () => ended.push('handler ' + track.readyState);
        both.far.close();
        resolve(track);
      };
    });
    // Never settles: what was pending on a closed connection stays so.
    void negotiate(both);
    await met;
    await pass(150);
    expect(ended).to.deep.equal(['listener ended', 'handler ended']);
  }));

  it('inside a state change handler', inRealm(async ({ install, pair }) => {
    install();
    const both = pair();
    const channel = both.near.createDataChannel('one');
    const closed = next(channel, 'close');
    const states: string[] = [];
    both.near.oniceconnectionstatechange = () => {
      states.push(both.near.iceConnectionState);
      both.near.close();
    };
    void negotiate(both);
    await closed;
    await pass(100);
    expect(states).to.have.lengthOf(1);
    expect(both.near.iceConnectionState).to.equal('closed');
  }));

  it("inside another connection's channel onclose", inRealm(async ({ install, pair }) => {
    install();
    const { near, far } = pair();
    const first = near.createDataChannel('first');
    const second = far.createDataChannel('second');
    const heard: string[] = [];
    first.onclose = () => {
      heard.push('first');
      far.close();
      near.close();
    };
    second.onclose = () => heard.push('second');
    near.close();
    await next(second, 'close');
    await pass(50);
    expect(heard).to.deep.equal(['first', 'second']);
  }));

  it('goes on after a handler that throws', inRealm(async ({ page, install, pair }) => {
    install();
    const errors: string[] = [];
    page.onerror = (message: string) => {
      errors.push(message);
      return true;
    };
    // Errors of listeners made here are reported here.
    const own = window.onerror;
    window.onerror = page.onerror;
    const { near } = pair();
    const channels = [near.createDataChannel('0'), near.createDataChannel('1')];
    const heard: string[] = [];
    channels[0]!.onclose = () => {
      throw new Error('a handler that throws');
    };
    channels[0]!.addEventListener('close', () => heard.push('listener of 0'));
    channels[1]!.onclose = () => heard.push('handler of 1');
    near.close();
    await next(channels[1]!, 'close');
    window.onerror = own;
    expect(heard).to.deep.equal(['listener of 0', 'handler of 1']);
    expect(errors.join()).to.contain('a handler that throws');
  }));

  it('serves handlers and listeners set between close() and the event', inRealm(async ({ install, pair }) => {
    install();
    const { near } = pair();
    const channel = near.createDataChannel('0');
    const heard: string[] = [];
    near.close();
    channel.onclose = () => heard.push('handler');
    channel.addEventListener('close', () => heard.push('listener'));
    await next(channel, 'close');
    await pass(50);
    expect(heard).to.deep.equal(['handler', 'listener']);
  }));

  it('serves every form of listener as the engine does', inRealm(async ({ install, connected }) => {
    install();
    const { near, made } = await connected();
    const heard: string[] = [];
    const gone = new AbortController();
    made.addEventListener('close', () => heard.push('plain'));
    made.addEventListener('close', () => heard.push('once'), { once: true });
    made.addEventListener('close', () => heard.push('capture'), true);
    made.addEventListener('close', () => heard.push('aborted'), { signal: gone.signal });
    made.addEventListener('close', { handleEvent: (event: Event) => heard.push('object ' + event.type) });
    const removed = () => heard.push('removed');
    made.addEventListener('close', removed);
    made.removeEventListener('close', removed);
    made.addEventListener('closing', () => heard.push('closing'), true);
    made.onclose = () => heard.push('handler');
    gone.abort();
    near.close();
    await next(made, 'close');
    await pass(200);
    // At the target, engines of before 2021 call capturing listeners in the order of adding.
    expect(heard.sort()).to.deep.equal(['capture', 'handler', 'object close', 'once', 'plain']);
  }));

  it('delivers what the page dispatches itself', inRealm(async ({ page, install, pair }) => {
    install();
    const { near } = pair();
    const channel = near.createDataChannel('0');
    const heard: string[] = [];
    for (const type of ['message', 'error', 'closing', 'close']) channel.addEventListener(type, () => heard.push(type));
    near.addEventListener('signalingstatechange', () => heard.push('signalingstatechange'));
    near.close();
    for (const type of ['message', 'error', 'closing']) channel.dispatchEvent(new page.Event(type));
    near.dispatchEvent(new page.Event('signalingstatechange'));
    expect(heard).to.deep.equal(['message', 'error', 'closing', 'signalingstatechange']);
    await next(channel, 'close');
    channel.dispatchEvent(new page.Event('close'));
    expect(heard.slice(4)).to.deep.equal(['close', 'close']);
  }));

  it('of a subclass', inRealm(async ({ page, install }) => {
    install();
    class Subclass extends (page.RTCPeerConnection as typeof RTCPeerConnection) {
      closes = 0;
      override close() {
        this.closes++;
        super.close();
      }
    }
    const connection = new Subclass();
    const channel = connection.createDataChannel('0');
    connection.close();
    expect(channel.readyState).to.equal('closed');
    expect(connection.getSenders()).to.deep.equal([]);
    expect(connection).to.be.instanceOf(Subclass);
    await next(channel, 'close');
    connection.close();
    expect(connection.closes).to.equal(2);
  }));

  it('called on a connection of another realm', inRealm(async ({ page, install }) => {
    install();
    const other = document.createElement('iframe');
    document.body.append(other);
    const connection = new (other.contentWindow as unknown as { RTCPeerConnection: typeof RTCPeerConnection }).RTCPeerConnection();
    const channel = page.RTCPeerConnection.prototype.createDataChannel.call(connection, '0') as RTCDataChannel;
    page.RTCPeerConnection.prototype.close.call(connection);
    expect(connection.signalingState).to.equal('closed');
    expect(channel.readyState).to.equal('closed');
    await next(channel, 'close');
    other.remove();
  }));

  it('leaves a channel alone that went to a worker', inRealm(async ({ page, install, pair }) => {
    install();
    const { near } = pair();
    const channel = near.createDataChannel('0');
    const worker = new page.Worker(page.URL.createObjectURL(new page.Blob(['onmessage = () => postMessage(0)'], { type: 'text/javascript' }))) as Worker;
    try {
      worker.postMessage(channel, [channel as unknown as Transferable]);
    } catch (error) {
      // Firefox can't transfer channels.
      expect((error as Error).name).to.equal('DataCloneError');
    }
    near.close();
    expect(channel.readyState).to.equal('closed');
    await pass(50);
    worker.terminate();
  }));

  it('of two thousand channels', inRealm(async ({ install, pair }) => {
    install();
    const { near } = pair();
    const channels = Array.from({ length: 2000 }, (_, i) => near.createDataChannel(String(i)));
    const order: number[] = [];
    channels.forEach((channel) => {
      channel.onclose = () => order.push(+channel.label);
    });
    near.close();
    expect(channels.every(({ readyState }) => readyState === 'closed')).to.equal(true);
    await next(channels[1999]!, 'close');
    await pass(100);
    expect(order).to.deep.equal(channels.map((_, i) => i));
  }));

  it('keeps a foreign exception to wrong receivers', inRealm(({ page, install }) => {
    const native = page.RTCPeerConnection.prototype.close;
    const error = (call: () => void) => {
      try {
        call();
      } catch (thrown) {
        return String(thrown);
      }
      return 'nothing';
    };
    const before = [{}, null, new Proxy(page.RTCPeerConnection.prototype, {})].map((self) => error(() => native.call(self)));
    install();
    const { close } = page.RTCPeerConnection.prototype;
    expect([{}, null, new Proxy(page.RTCPeerConnection.prototype, {})].map((self) => error(() => close.call(self)))).to.deep.equal(before);
  }));
});
