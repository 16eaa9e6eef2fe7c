import { expect } from 'chai';
import { inRealm, thrown } from './realms';

// What a page, or a library, puts over the engine's members runs after close() as before.
describe('after close()', () => {
  it("a channel's own functions run, and get what the engine gives", inRealm(async ({ install, connected }) => {
    install();
    const { near, made } = await connected();
    const ran: string[] = [];
    const { send } = made;
    made.send = (data: unknown) => {
      ran.push('send');
      try {
        send.call(made, data as never);
      } catch {
        ran.push('queued');
      }
    };
    made.close = () => void ran.push('close');
    near.close();
    made.send('late');
    made.close();
    expect(ran.filter((one) => one !== 'queued')).to.deep.equal(['send', 'close']);
    expect(made.readyState).to.equal('closed');
  }));

  it("a subclass's overrides run, and find the closed connection behind them", inRealm(async ({ page, install }) => {
    install();
    const ran: string[] = [];
    class Peer extends (page.RTCPeerConnection as typeof RTCPeerConnection) {
      override get connectionState() {
        ran.push('connectionState');
        return super.connectionState;
      }
      override get localDescription() {
        ran.push('localDescription');
        return super.localDescription;
      }
      override getSenders() {
        ran.push('getSenders');
        return super.getSenders();
      }
      override createDataChannel(label: string) {
        ran.push('createDataChannel');
        return super.createDataChannel(label);
      }
    }
    const [near, live] = [new Peer(), new Peer()];
    for (const connection of [near, live]) connection.addTransceiver('audio');
    await near.setLocalDescription();
    const before = near.localDescription;
    near.close();
    ran.length = 0;
    expect(near.connectionState).to.equal('closed');
    expect(near.localDescription!.sdp).to.equal(before!.sdp);
    expect(near.getSenders()).to.deep.equal([]);
    expect(thrown(() => near.createDataChannel('late'))).to.have.property('name', 'InvalidStateError');
    expect(ran).to.deep.equal(['connectionState', 'localDescription', 'getSenders', 'createDataChannel']);
    expect([live.connectionState, live.getSenders().length], 'another that lives').to.deep.equal(['new', 1]);
    live.close();
  }));

  for (const when of ['before the shim', 'before close()', 'after close()']) {
    for (const form of ['function', 'Proxy']) {
      it(`a ${form} over RTCDataChannel.prototype.send, put there ${when}, runs`, inRealm(async ({ page, install, connected }) => {
        const { prototype } = page.RTCDataChannel;
        const { send } = prototype;
        let ran = 0;
        const wrap = () => {
          prototype.send =
            form === 'Proxy'
              ? new Proxy(send, { apply: (target, self, args) => (ran++, Reflect.apply(target, self, args)) as unknown })
              : function (this: RTCDataChannel, data: unknown) {
                  ran++;
                  send.call(this, data as never);
                };
        };
        if (when === 'before the shim') wrap();
        install();
        const { near, made } = await connected();
        if (when === 'before close()') wrap();
        near.close();
        if (when === 'after close()') wrap();
        thrown(() => made.send('late'));
        expect(ran).to.equal(1);
        prototype.send = send;
        expect(thrown(() => made.send('later')), 'without it').to.have.property('name', 'InvalidStateError');
        expect(ran).to.equal(1);
      }));
    }
  }

  it('a Proxy around a channel reads it closed', inRealm(async ({ install, connected }) => {
    install();
    const { near, made } = await connected();
    const asked: unknown[] = [];
    const proxy = new Proxy(made, {
      get(target, name) {
        asked.push(name);
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    });
    near.close();
    expect(proxy.readyState).to.equal('closed');
    expect(thrown(() => proxy.send(''))).to.have.property('name', 'InvalidStateError');
    expect(asked).to.deep.equal(['readyState', 'send']);
  }));
});
