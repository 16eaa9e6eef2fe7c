import { connectSides, pass } from './peer-side.mjs';

// Tells `progress` when it is connected, sees the network go and come back, and reports.

const query = new URLSearchParams(location.search);
// Without /report.js: see peer-page.mjs.
const tell = (name, json) => fetch(query.get(name), { method: 'POST', body: JSON.stringify(json) });

const { near, far } = await connectSides();
const states = [];
const cameBack = new Promise((resolve) => {
  near.connection.addEventListener('iceconnectionstatechange', () => {
    const { iceConnectionState } = near.connection;
    if (states.includes('disconnected') && ['connected', 'completed'].includes(iceConnectionState)) resolve();
    states.push(iceConnectionState);
  });
});
const message = (from, to) =>
  new Promise((resolve) => {
    to.addEventListener('message', ({ data }) => resolve(data), { once: true });
    from.send(from.label);
  });

// Its answer may be lost with the network.
tell('progress', 'connected').catch(() => undefined);
await cameBack;
const same = (label) => [near, far].map(({ channels }) => channels.find((channel) => channel.label === label));
const [a, farA] = same('a');
const [c, farC] = same('c');
const messages = [await message(a, farA), await message(farC, c)];
// To see that nothing comes.
await pass(200);
const during = JSON.parse(JSON.stringify({ states, messages, channels: near.channels.map(({ readyState }) => readyState), ...near.heard }));
far.connection.close();
await tell('report', { during, after: await near.end() });
