import { expect } from 'chai';
import { clauses } from '../../src/contract/clauses';
import { install } from '../../src/fn';
import type { Options } from '../../src/fn';
import { pass } from '../../src/conformance/realm';
import { inRealm, next, thrown } from './realms';

describe('install()', () => {
  it('reports a line a clause', inRealm(({ install }) => {
    const lines = install().report();
    expect(lines.map(({ id }) => id)).to.deep.equal(Object.keys(clauses));
    for (const { id, sentence, decision, because, evidence } of lines) {
      expect(evidence).to.equal(`api.RTCPeerConnection.close.${id.replace(/-/g, '_')}`);
      expect(decision).to.match(/^(applied|not-needed)$/);
      expect(sentence).to.be.a('string').and.not.equal('');
      expect(because).to.be.a('string').and.not.equal('');
    }
  }));

  it('returns the same handle for a realm that has it', inRealm(({ page, install }) => {
    const handle = install();
    const { close } = page.RTCPeerConnection.prototype;
    expect(install()).to.equal(handle);
    expect(page.RTCPeerConnection.prototype.close).to.equal(close);
  }));

  it('goes round: install, uninstall, install', inRealm(async ({ page, install, pair }) => {
    const native = page.RTCPeerConnection.prototype.close;
    for (let i = 0; i < 3; i++) {
      const handle = install();
      expect(page.RTCPeerConnection.prototype.close).not.to.equal(native);
      const { near } = pair();
      const channel = near.createDataChannel('0');
      near.close();
      expect(channel.readyState).to.equal('closed');
      await next(channel, 'close');
      expect(handle.uninstall()).to.equal(true);
      expect(page.RTCPeerConnection.prototype.close).to.equal(native);
    }
  }));

  it('has one installation: each handle speaks of it and ends it, also an older one', inRealm(({ page, install }) => {
    const native = page.RTCPeerConnection.prototype.close;
    const first = install();
    first.uninstall();
    expect(first.report()).to.deep.equal([]);
    const second = install({ clauses: { 'sctp-stays': 'off' } });
    expect(first.report()).to.deep.equal(second.report());
    expect(first.uninstall()).to.equal(true);
    expect(page.RTCPeerConnection.prototype.close).to.equal(native);
    expect(second.report()).to.deep.equal([]);
  }));

  it('becomes a pass-through under a foreign layer', inRealm(({ page, install, pair }) => {
    const handle = install();
    const { prototype } = page.RTCPeerConnection;
    const ours = prototype.close as () => void;
    let foreign = 0;
    prototype.close = function close(this: RTCPeerConnection) {
      foreign++;
      ours.call(this);
    };
    expect(handle.uninstall()).to.equal(false);
    const { near } = pair();
    const channel = near.createDataChannel('0');
    near.close();
    expect(foreign).to.equal(1);
    expect(near.signalingState).to.equal('closed');
    expect(channel.readyState).to.equal('connecting');
  }));

  it('serves a connection from before it, and never worse than natively', inRealm(async ({ install, pair }) => {
    const { near } = pair();
    const unmet = near.createDataChannel('unmet');
    const heard: string[] = [];
    unmet.onclose = () => heard.push('unmet');
    near.addTransceiver('audio');
    install();
    const met = near.createDataChannel('met');
    near.close();
    expect(met.readyState).to.equal('closed');
    expect(near.getSenders()).to.deep.equal([]);
    await next(met, 'close');
    await pass(300);
    expect(heard).to.deep.equal(['unmet']);
  }));

  it('does nothing, quietly, where there is no connection constructor', () => {
    const server = { Object, Event };
    const handle = install(server);
    expect(handle.report()).to.deep.equal([]);
    expect(handle.uninstall()).to.equal(true);
    expect(Object.keys(server)).to.deep.equal(['Object', 'Event']);
  });

  for (const frozen of ['RTCPeerConnection', 'RTCDataChannel', 'RTCDataChannelEvent']) {
    it(`steps aside where ${frozen}.prototype is frozen`, inRealm(({ page, install, pair }) => {
      const { close } = page.RTCPeerConnection.prototype;
      Object.freeze(page[frozen].prototype);
      const lines = install().report();
      expect(lines.some(({ decision }) => decision === 'blocked')).to.equal(true);
      expect(lines.find(({ decision }) => decision === 'blocked')!.because).to.contain('TypeError');
      expect(page.RTCPeerConnection.prototype.close).to.equal(close);
      const { near } = pair();
      near.createDataChannel('0');
      near.close();
      expect(near.signalingState).to.equal('closed');
    }));
  }

  it('leaves frozen instances as the engine has them', inRealm(async ({ install, pair }) => {
    install();
    const { near } = pair();
    const frozen = Object.freeze(near.createDataChannel('frozen'));
    const other = near.createDataChannel('other');
    Object.preventExtensions(near);
    near.close();
    expect(other.readyState).to.equal('closed');
    expect(frozen.readyState).to.be.a('string');
    await next(other, 'close');
  }));
});

describe('options', () => {
  const wrong: [string, unknown, RegExp][] = [
    ['an unknown option', { clause: {} }, /option is "clause"; expected "clauses", "channelClose", "peerCloseError", "stopTracks"/],
    ['an unknown clause id', { clauses: { 'send-is-refuse': 'off' } }, /clause is "send-is-refuse"; expected "send-is-refused", /],
    ['an unknown switch', { clauses: { 'send-is-refused': 'on' } }, /send-is-refused is "on"; expected "auto", "force", "off"/],
    ['an unknown channelClose', { channelClose: 'never' }, /channelClose is "never"; expected "event", "silent"/],
    ['an unknown peerCloseError', { peerCloseError: 'never' }, /peerCloseError is "never"; expected "event", "none"/],
    ['a wrong stopTracks', { stopTracks: 'true' }, /stopTracks is "true"; expected true, false/],
    ['no object', 'silent', /options is "silent"; expected a plain object/],
    ['null', null, /options is null; expected a plain object/],
    ['a list', [], /options is \[object Array\]; expected a plain object/],
  ];
  for (const [what, options, message] of wrong) {
    it(`${what} is a TypeError that lists what is allowed, and nothing is installed`, inRealm(({ page, install }) => {
      const { close } = page.RTCPeerConnection.prototype;
      const error = thrown(() => install(options as Options)) as Error;
      expect(error).to.be.instanceOf(TypeError);
      expect(error.message).to.match(message);
      expect(page.RTCPeerConnection.prototype.close).to.equal(close);
    }));
  }

  it('what is no realm is a TypeError that says what came', () => {
    for (const realm of [null, 1, 'window', {}, [], { stopTracks: true }, document]) {
      const error = thrown(() => install(realm as object)) as Error;
      expect(error).to.be.instanceOf(TypeError);
      expect(error.message).to.match(/^rtc-close-shim: install\(\): the realm is .*; expected a window of this origin, then options$/);
    }
  });

  it('an iframe is a TypeError that says what to give in its place', () => {
    const frame = document.createElement('iframe');
    const error = thrown(() => install(frame)) as Error;
    expect(error.message).to.equal('rtc-close-shim: install(): the realm is [object HTMLIFrameElement]; expected its contentWindow');
    // In no document it has none.
    expect(String(thrown(() => install(frame.contentWindow!)))).to.contain('the realm is null');
  });

  it('a window of another origin is a TypeError that says so', async () => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    const loaded = next(frame, 'load');
    frame.srcdoc = 'another origin';
    document.body.append(frame);
    await loaded;
    const error = thrown(() => install(frame.contentWindow!)) as Error;
    frame.remove();
    expect(error).to.be.instanceOf(TypeError);
    expect(error.message).to.match(/^rtc-close-shim: install\(\): .*expected a window of this origin/);
  });

  it('what is in force otherwise is a TypeError that says what to do; what is in force already is not', inRealm(({ page, install }) => {
    const handle = install({ stopTracks: true });
    const { close } = page.RTCPeerConnection.prototype;
    expect(install()).to.equal(handle);
    expect(install({ stopTracks: true, channelClose: 'event' })).to.equal(handle);
    expect(String(thrown(() => install({ stopTracks: false })))).to.contain('installed already (uninstall() first, or import rtc-close-shim/fn alone): stopTracks is false; expected true');
    expect(page.RTCPeerConnection.prototype.close).to.equal(close);
  }));

  it('clauses: off leaves one clause to the engine, force repairs what needs none', inRealm(({ install, pair }) => {
    const lines = install({ clauses: { 'channels-read-closed': 'off', 'connection-reads-closed': 'force' } }).report();
    expect(lines.find(({ id }) => id === 'channels-read-closed')).to.include({ decision: 'off', because: 'option' });
    expect(lines.find(({ id }) => id === 'connection-reads-closed')).to.include({ decision: 'applied', because: 'option' });
    const { near } = pair();
    const channel = near.createDataChannel('0');
    near.close();
    expect(channel.readyState).to.equal('connecting');
    expect(near.signalingState).to.equal('closed');
  }));

  it("channelClose: 'silent' fires no close on channels that read closed", inRealm(async ({ install, connected }) => {
    install({ channelClose: 'silent' });
    const { near, made } = await connected();
    const heard: string[] = [];
    for (const type of ['closing', 'error', 'close']) made.addEventListener(type, () => heard.push(type));
    near.close();
    expect(made.readyState).to.equal('closed');
    await pass(400);
    expect(heard).to.deep.equal([]);
  }));

  for (const stopTracks of [false, true]) {
    it(`stopTracks: ${String(stopTracks)}`, inRealm(({ page, install, pair }) => {
      install({ stopTracks });
      const canvas = page.document.createElement('canvas') as HTMLCanvasElement;
      canvas.getContext('2d');
      const [track] = canvas.captureStream().getTracks();
      const { near } = pair();
      near.addTrack(track!);
      near.close();
      expect(track!.readyState).to.equal(stopTracks ? 'ended' : 'live');
    }));
  }
});
