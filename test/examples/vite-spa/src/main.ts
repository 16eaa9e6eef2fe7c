import 'rtc-close-shim'; // before whatever makes connections
import { callView } from './call-view';
import { lobbyView } from './lobby-view';

/** A view fills the page, and says how it is left. */
export type View = (main: HTMLElement) => () => void;

const views: Record<string, View> = { '#call': callView, '#lobby': lobbyView };
const main = document.querySelector('main')!;
let leave = () => {};

function show(): void {
  leave();
  main.replaceChildren();
  leave = (views[location.hash] ?? lobbyView)(main);
}

addEventListener('hashchange', show);
show();
