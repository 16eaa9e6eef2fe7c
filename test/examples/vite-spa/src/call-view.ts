import { connect } from './connect';
import { write } from './log';
import type { View } from './main';

/** A call to an echo in this page; it lasts as long as its view is shown. */
export const callView: View = (main) => {
  const pc = new RTCPeerConnection();
  const channel = pc.createDataChannel('pings');
  const status = Object.assign(document.createElement('p'), { role: 'status', textContent: 'connecting' });
  main.append(Object.assign(document.createElement('h1'), { textContent: 'Call' }), status);

  let pings = 0;
  channel.onopen = () => channel.send('ping');
  channel.onmessage = () => {
    status.textContent = `${++pings} pings`;
    setTimeout(() => {
      // One condition, and it is true at once when the view is left: no flag, no try.
      if (channel.readyState === 'open') channel.send('ping');
    }, 20);
  };
  channel.onclose = () => write(`closed after ${pings} pings`);
  const echo = connect(pc);

  return () => {
    pc.close();
    write(`left: the channel reads "${channel.readyState}"`);
    echo.close();
  };
};
