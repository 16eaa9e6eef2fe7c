import { connectSides, pass } from './peer-side.mjs';

// Goes behind a tab that it opens, and reports what comes of connections there: three whose peers close, one after the other, and one that it closes.

const sides = [await connectSides(), await connectSides(), await connectSides()];
const own = (await connectSides()).near;
const isHidden = new Promise((resolve) => document.addEventListener('visibilitychange', () => resolve(document.hidden), { once: true }));
window.open('/front.html');

if (!(await Promise.race([isHidden, pass(5000)]))) window.report({ hidden: false });
else {
  // Some seconds there, until timers are throttled.
  await pass(3000);
  const start = performance.now();
  await pass(10);
  const timer = performance.now() - start;
  const during = JSON.parse(JSON.stringify(sides.map(({ near }) => ({ channels: near.channels.map(({ readyState }) => readyState), ...near.heard }))));
  const after = [];
  for (const { near, far } of sides) {
    far.connection.close();
    after.push(await near.end());
  }
  const closedAt = performance.now();
  own.connection.close();
  await pass(200);
  window.report({ hidden: document.hidden, timer, during, after, own: { ...own.heard, closedAt } });
}
