import { globals } from './globals';

/** What the page can't do without and this browser lacks, in words; undefined where all is there. */
export function missing(): string | undefined {
  if (!globals.Promise) return 'This browser has no promises (they came with Chrome 32, Firefox 29 and Safari 8), and the suite is made of them.';
  if (!globals.rtcCloseShim) return 'rtc-close-shim.min.js is not beside this page, or could not be loaded.';
  return undefined;
}
