import { table, version } from '../baked';
import { oldEngines } from '../build-flags';
import type { ClauseId } from '../contract/clauses';
import { patchClose } from './close';
import { noteAdapter } from './engine-made';
import { readEnvironment } from './environment';
import { add, attempt, each } from './natives';
import { type Options, readOptions } from './options';
import { patchLedger } from './patch-ledger';
import { createPatches } from './patches';
import { createPeerClose } from './peer-close';
import { type Global, findConnection, readRealm } from './realm';
import { repairs } from './repairs';
import { type Decision, select } from './select';
import { patchSilence } from './silence';
import { patchDispatch } from './trusted';

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

const ids = repairs.map(({ id }) => id);
// A clause's id is its sentence.
const sentences = ids.map((id) => id.replace(/-/g, ' '));

/** Where the connection's prototype has the handle: by it a second copy of the shim, of whatever version, finds the first. */
const MARK = '(rtc-close-shim)';

/**
 * Makes `RTCPeerConnection.prototype.close` of a realm keep the close contract. A second install on a realm, also by
 * another copy of the shim, returns the first one's handle.
 * @param realm The global object of a window. Default: this one.
 * @throws TypeError for what is not a realm, and for a wrong option; nothing is installed then.
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-close
 */
export function install(realm?: object, options: Options = {}): Handle {
  // Chromium below 71, Firefox below 65 and Safari below 12.1 have no `globalThis`.
  const own = attempt(() => globalThis) || self;
  const global = (realm === undefined ? own : realm) as unknown as Global;
  if (!global || typeof global.Object !== 'function') {
    throw new TypeError('rtc-close-shim: the realm is not the global object of a window');
  }
  const chosen = readOptions(options, ids);
  // A getter that throws is the page's: the shim does without what it says.
  const Connection = attempt(() => findConnection(global));
  const present = Connection && attempt(() => (Connection.prototype as { [MARK]?: Handle })[MARK]);
  if (present) return present;

  const patches = createPatches();
  const environment = attempt(() => readEnvironment(global)) || {};
  let blocked: string | undefined;

  const decide = ({ id }: { id: ClauseId }, i: number): Decision => {
    const rows = environment.engine && table[environment.engine];
    const decision = select(id, (rows && rows[i]) || [], environment, chosen);
    return blocked && decision.decision === 'applied' ? { decision: 'blocked', because: blocked } : decision;
  };
  const handle: Handle = {
    version,
    report() {
      const lines: ReportLine[] = [];
      each(Connection ? repairs : [], (repair, i) => {
        const { id } = repair;
        const { decision, because } = decide(repair, i);
        add(lines, { id, sentence: sentences[i]!, decision, because, evidence: 'api.RTCPeerConnection.close.' + id });
      });
      return lines;
    },
    uninstall: () => patches.undo(),
  };
  if (!Connection) return handle;
  try {
    const engine = readRealm(global, Connection);
    const applied = repairs.filter((repair, i) => decide(repair, i).decision === 'applied');
    patches.addName(Connection.prototype, MARK, handle);
    noteAdapter(Connection.prototype);
    if (oldEngines) patchDispatch(global, patches);
    const peerClose = createPeerClose(engine, patches, applied, chosen);
    const closeLate = patchClose(engine, patches, applied, patchSilence(engine, patches, applied, peerClose), chosen);
    patchLedger(engine, patches, closeLate, peerClose.watch);
    applied.forEach((repair) => repair.live && repair.live(engine, patches));
  } catch (error) {
    // Frozen prototypes: the shim steps aside whole.
    patches.undo();
    blocked = String(error);
  }
  return handle;
}
