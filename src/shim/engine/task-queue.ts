import type { Global, Interface } from './global-object';
import { type Method, apply, attempt, bare, partOf } from './intrinsics';

/** Tasks without timers, which background tabs throttle: one message channel a realm, made at first use. */
export function taskQueue({ MessageChannel: Channel, MessagePort, setTimeout: later }: Global): (run: () => void) => void {
  // Taken before the page can patch them. Gecko below 41 has none of them, and no channel is opened there.
  const part = (owner: Interface | undefined, name: string, kind: 'get' | 'set' | 'value') => partOf(owner && owner.prototype, name, kind) as Method;
  const port1 = part(Channel, 'port1', 'get');
  const port2 = part(Channel, 'port2', 'get');
  const onmessage = part(MessagePort, 'onmessage', 'set');
  const post = part(MessagePort, 'postMessage', 'value');
  // Chromium takes ever longer to define one more item of a list, and is done with setting it at once.
  let queue: (() => void)[] = bare([]);
  let first = 0;
  let port: unknown;
  const next = () => {
    const run = queue[first++]!;
    if (first === queue.length) {
      queue = bare([]);
      first = 0;
    } else send();
    run();
  };
  const open = () => {
    const channel = new Channel!();
    apply(onmessage, apply(port1, channel, []), [next]);
    return apply(port2, channel, []);
  };
  const send = () => {
    port = port || attempt(open) || later;
    if (port === later) later(next, 0);
    else apply(post, port, [0]);
  };
  return (run) => {
    queue[queue.length] = run;
    // One message is on its way while anything waits.
    if (queue.length === 1) send();
  };
}
