import { makeSide } from './peer-side.mjs';

window.makeSide = makeSide;
