// A program that ends a session, for a process that has no time left to wait for that: its input is `{ endpoint, id }`, which no list of processes shows.
import { text } from 'node:stream/consumers';

const { endpoint, id } = JSON.parse(await text(process.stdin));
const { origin, pathname, username, password } = new URL(endpoint);
const key = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
await fetch(`${origin}${pathname.replace(/\/$/, '')}/session/${id}`, {
  method: 'DELETE',
  headers: username ? { authorization: `Basic ${Buffer.from(key).toString('base64')}` } : {},
});
