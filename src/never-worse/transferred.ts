import type { Page } from '../conformance/realm';
import { makePair } from '../conformance/pair';
import { until } from '../conformance/realm';
import type { Seat } from './seat';

/** What the worker is told to do: it listens in two ways, says what it hears and, when it is asked, what the channel reads. */
const script = `
var channel;
onmessage = function (event) {
  if (event.data === 'read') return postMessage({ reads: channel.readyState });
  channel = event.data.channel;
  event.data.types.forEach(function (type) {
    function tell(way) {
      return function (heard) {
        postMessage({ type: type, way: way, isTrusted: heard.isTrusted, readyState: channel.readyState });
      };
    }
    channel.addEventListener(type, tell('listener'));
    channel['on' + type] = tell('handler');
  });
};`;

const types = ['open', 'message', 'bufferedamountlow', 'closing', 'error', 'close'];

interface Told {
  type?: string;
  way: string;
  isTrusted: boolean;
  readyState: string;
  reads?: string;
}

/** Whether channels can be given to workers (Chromium from 130 on). */
export function transfersChannels(page: Page): boolean {
  if (!page.Worker || !page.MessageChannel) return false;
  const { near } = makePair(page);
  const { port1 } = new page.MessageChannel();
  try {
    const channel = near.createDataChannel('of a stranger');
    port1.postMessage(channel, [channel]);
    return true;
  } catch {
    return false;
  } finally {
    near.close();
    port1.close();
  }
}

/** A channel that is another thread's. */
export interface Transferred {
  /** Notes what the channel reads there. */
  read(when: string): Promise<void>;
}

/** Makes a channel and gives it to a worker: what stays here is `channel transferred`, what the worker has `worker channel`. Resolves once that is open. */
export async function transfer(seat: Seat): Promise<Transferred> {
  const { page } = seat.realm;
  const worker = new page.Worker(page.URL.createObjectURL(new page.Blob([script], { type: 'text/javascript' })));
  const object = 'worker channel';
  let isOpen = false;
  let reads: string | undefined;
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if (!data.type) reads = data.reads;
    else {
      isOpen = isOpen || data.type === 'open';
      seat.heard.push({ object, type: data.type, way: data.way + ' in the worker', when: seat.when, facets: { isTrusted: String(data.isTrusted), 'state readyState': data.readyState } });
    }
  };
  const channel = seat.near.createDataChannel('transferred');
  // A channel can go until the task is over in which it was made. What stays is listened to afterwards, too.
  seat.objects['channel transferred'] = channel;
  seat.listen();
  worker.postMessage({ channel, types }, [channel]);
  await until('an open channel in a worker', () => isOpen);
  return {
    async read(when) {
      reads = undefined;
      worker.postMessage('read');
      await until('what a worker reads', () => reads);
      seat.facts.push({ part: 'read', object, member: 'readyState', way: seat.way.name, when, facet: 'value', value: '"' + reads + '"' });
    },
  };
}
