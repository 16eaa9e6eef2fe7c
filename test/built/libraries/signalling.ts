import type { AddressInfo } from 'node:net';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';

/** How a signalling server treats one who comes: `send` and `all` are of the others who are there. */
type Welcome = (socket: WebSocket, url: URL, all: Map<string, WebSocket>) => void;

/** What goes through a server, by library; simple-peer's signals go by no server. */
const welcomes: Record<string, Welcome | undefined> = {
  /** The PeerServer's protocol: each has an id, and what names a `dst` goes there. */
  peerjs(socket, url, all) {
    const id = url.searchParams.get('id')!;
    all.set(id, socket);
    socket.send(JSON.stringify({ type: 'OPEN' }));
    socket.on('message', (data) => {
      const message = JSON.parse(text(data)) as { type: string; dst?: string };
      if (message.type !== 'HEARTBEAT') all.get(message.dst!)?.send(JSON.stringify({ ...message, src: id }));
    });
    socket.on('close', () => all.delete(id));
  },

  /** y-webrtc's protocol, with the one topic that there is: what is published goes to all. */
  'y-webrtc'(socket, url, all) {
    all.set(String(all.size), socket);
    socket.on('message', (data) => {
      const message = JSON.parse(text(data)) as { type: string };
      if (message.type === 'ping') socket.send('{"type":"pong"}');
      if (message.type === 'publish') for (const to of all.values()) to.send(text(data));
    });
  },

  /** SIP between two user agents: what one says, the other hears. JsSIP registers nowhere in these sessions. */
  jssip(socket, url, all) {
    all.set(url.pathname, socket);
    socket.on('message', (data) => {
      for (const [path, to] of all) if (path !== url.pathname) to.send(text(data));
    });
  },

  /** LiveKit's signals between the client and the page's stand-in for a server, which is told when the client is there. */
  'livekit-client'(socket, url, all) {
    const isClient = url.pathname !== '/server';
    all.set(isClient ? 'client' : 'server', socket);
    if (isClient) all.get('server')!.send('joined');
    socket.on('message', (data, isBinary) => all.get(isClient ? 'server' : 'client')?.send(data, { binary: isBinary }));
  },
};

const text = (data: RawData): string => (data as Buffer).toString('utf8');

/** Starts the signalling server that a library needs, on the loopback. */
export async function startSignalling(library: string): Promise<{ url: string; close: () => void }> {
  const welcome = welcomes[library];
  if (!welcome) return { url: '', close: () => {} };
  const all = new Map<string, WebSocket>();
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: ([protocol]) => protocol ?? false });
  server.on('connection', (socket, request) => welcome(socket, new URL(request.url!, 'ws://localhost'), all));
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
