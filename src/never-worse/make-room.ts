import { pass } from '../conformance/realm';

/** Chromium has 500 connections at a time, closed ones until they are collected; a moment makes up to 30. */
const room = 240;
let made = 0;

/** Counts connections, and where there are many, has the engine collect what frames that are gone left behind. */
export async function makeRoom(connections: number): Promise<void> {
  made += connections;
  if (made < room || typeof ArrayBuffer === 'undefined') return;
  made = connections;
  // No page can ask for a collection: it comes when memory is taken.
  for (let i = 0; i < 30; i++) {
    new Uint8Array(new ArrayBuffer(64 << 20))[0] = 1;
    await pass(5);
  }
}
