import { table, version } from '../baked';
import type { ClauseId } from '../contract/clauses';
import { patchClose } from './close';
import { readEnvironment } from './environment';
import { patchLedger } from './patch-ledger';
import { weakMap } from './natives';
import { type Options, readOptions } from './options';
import { createPatches } from './patches';
import { type Global, readRealm } from './realm';
import { repairs } from './repairs';
import { patchDispatch } from './trusted';
import { type Decision, select } from './select';

/** What the shim says about one clause of the contract. */
export interface ReportLine extends Decision {
  id: ClauseId;
  sentence: string;
  /** The row of `compat-data.json` that tells what engines do. */
  evidence: string;
}

/** An installed shim. */
export interface Handle {
  version: string;
  /** A line a clause; empty where the realm has no connection constructor. */
  report(): ReportLine[];
  /** Takes the shim out of its realm. True when all is native again; what a foreign layer covers becomes a pass-through. */
  uninstall(): boolean;
}

const handles = weakMap<Handle | undefined>();

/**
 * Makes `RTCPeerConnection.prototype.close` of a realm keep the close contract. A second install on a realm
 * returns the first one's handle.
 * @param realm The global object of a window. Default: this one.
 * @throws TypeError for what is not a realm, and for a wrong option; nothing is installed then.
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-close
 */
export function install(realm?: object, options: Options = {}): Handle {
  const global = (realm === undefined ? (typeof globalThis === 'object' ? globalThis : self) : realm) as unknown as Global;
  if (!global || typeof global.Object !== 'function') {
    throw new TypeError('rtc-close-shim: install() was given no realm; expected the global object of a window');
  }
  const chosen = readOptions(
    options,
    repairs.map(({ id }) => id),
  );
  const present = handles.get(global);
  if (present) return present;

  const patches = createPatches();
  const lines: ReportLine[] = [];
  const handle: Handle = {
    version,
    report: () => lines.map(({ id, sentence, decision, because, evidence }) => ({ id, sentence, decision, because, evidence })),
    uninstall() {
      if (handles.get(global) === handle) handles.set(global, undefined);
      return patches.undo();
    },
  };
  handles.set(global, handle);

  const engine = readRealm(global);
  if (!engine) return handle;
  const environment = readEnvironment(global.navigator);
  repairs.forEach(({ id }) => {
    // A clause's id is its sentence.
    const { decision, because } = select(id, table, environment, chosen);
    lines.push({ id, sentence: id.replace(/-/g, ' '), decision, because, evidence: 'api.RTCPeerConnection.close.' + id });
  });
  try {
    const applied = repairs.filter((_repair, i) => lines[i]!.decision === 'applied');
    const isApplied = (id: ClauseId) => applied.some((repair) => repair.id === id);
    patchDispatch(global, patches);
    patchLedger(engine, patches);
    patchClose(engine, patches, applied, {
      stopTracks: chosen.stopTracks,
      quietTwice: isApplied('close-twice-is-quiet'),
      announce: chosen.channelClose === 'event',
    });
    applied.forEach((repair) => repair.live && repair.live(engine, patches));
  } catch (error) {
    // Frozen prototypes: the shim steps aside whole.
    patches.undo();
    lines.forEach((line) => {
      if (line.decision !== 'applied') return;
      line.decision = 'blocked';
      line.because = String(error);
    });
  }
  return handle;
}
