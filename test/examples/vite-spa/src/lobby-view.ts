import { log } from './log';
import type { View } from './main';

/** What the calls of this visit said when they were left. */
export const lobbyView: View = (main) => {
  const list = document.createElement('ol');
  const draw = () => {
    list.replaceChildren(...log.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  };
  draw();
  main.append(Object.assign(document.createElement('h1'), { textContent: 'Lobby' }), list);
  addEventListener('log', draw);
  return () => removeEventListener('log', draw);
};
