import { type Media, makeMedia } from '../../../src/conformance/media';
import type { Page } from '../../../src/conformance/realm';

/** What was seen in a session: where and of what → what it was. */
export type Recording = Record<string, string>;

/** A session with a library: opened, closed from one side, and watched until nothing more comes; takes the URL of a signalling server. */
export type Session = (signalling: string) => Promise<Recording>;

/** The one who closes and the one who is left. */
export type Side = 'closer' | 'other';

declare global {
  interface Window {
    sessions: Record<string, Session>;
  }
}

const PATIENCE = 15_000;
const QUIET = 300;

/** Notes what the two sides do. Each side's events are kept in its own order: between two sides no order is promised. */
export function startRecording() {
  const lists: Record<string, string[]> = {};
  const recording: Recording = {};
  let phase = 'opening';
  let last = 0;
  return {
    enter: (next: 'opening' | 'closing') => void (phase = next),
    /** Something happened to a side; events that come from elsewhere, such as a track's, are in no order with the library's and are a list `of` their own. */
    event(side: Side, name: string, of = 'events') {
      last = performance.now();
      (lists[`${side}, ${phase}: ${of}`] ??= []).push(name);
    },
    /** Something read such on a side. */
    state(side: Side, when: string, states: Record<string, unknown>) {
      for (const [name, value] of Object.entries(states)) recording[`${side}, ${when}: ${name}`] = String(value);
    },
    has: (side: Side, name: string) => Object.keys(lists).some((key) => key.startsWith(side) && lists[key]!.includes(name)),
    /** Nothing more comes: no event of any side for a while. */
    async quiet() {
      last = performance.now();
      await until('quiet', () => performance.now() - last > QUIET);
    },
    result: (): Recording => ({ ...recording, ...Object.fromEntries(Object.entries(lists).map(([key, names]) => [key, names.join(', ')])) }),
  };
}

export type Notes = ReturnType<typeof startRecording>;

/** Waits for what will become true; says what never did. */
export async function until(what: string, condition: () => unknown): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > PATIENCE) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What the objects read that a library made, and that its user may have kept. */
export function readObjects(connection?: RTCPeerConnection | null, channel?: RTCDataChannel | null, tracks: MediaStreamTrack[] = []): Record<string, unknown> {
  return {
    'connection.connectionState': connection?.connectionState,
    'connection.signalingState': connection?.signalingState,
    ...(channel && { 'channel.readyState': channel.readyState }),
    ...(tracks.length && { 'received tracks': [...new Set(tracks.map(({ readyState }) => readyState))].join(' and ') }),
  };
}

/** Audio and video that need no device. */
export const media = (): Media => makeMedia(window as unknown as Page);

/** What came of a call. */
export const outcome = (act: () => unknown): string => {
  try {
    return `returns ${String(act())}`;
  } catch (error) {
    const { name, code } = error as Error & { code?: unknown };
    return `throws ${typeof code === 'string' ? code : name}`;
  }
};
