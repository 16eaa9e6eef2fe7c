// The modules in the place of the script tags, in an engine that loads them.
import { check } from '/check.js';
import { rtcCloseShim } from '/index.js';

window.rtcCloseCheck = { check };
window.rtcCloseShim = rtcCloseShim;
