// In the order in which the bundle has them: so it compresses best.
import { table, version } from '../baked';
import { refuseArgument } from './choice/refuse-argument';
import { createPatches } from './patches/patches';
import { repairs } from './repairs';
import { readRealm } from './engine/realm';
import { findConnection } from './engine/connection-constructor';
import { createPeerClose } from './peer-close/peer-close';
import { add, attempt, each } from './engine/intrinsics';
import { patchedRealm } from './patches/patched-realm';
import { type Chosen, type Options, readOptions } from './choice/options';
import { patchClose } from './close/close';
import { patchDispatch } from './events/dispatched-events';
import { detectEngine } from './choice/detect-engine';
import { type Decision, chooseRepair } from './choice/choose-repairs';
import { treatAdapterAsNative } from './engine/webrtc-adapter';
import { realmExpected } from '../arguments/realm-expected';
import { suppressEvents } from './events/event-suppression';
import type { Global } from './engine/global-object';
import { isScript, oldEngines } from '../build-flags';
import type { ClauseId } from '../contract/clauses';
import { registerChannels } from './owned-objects/register-channels';
import { type ReportLine, reportLine } from './report-line';

/** The shim of a realm. There is one, whoever installed it: every handle speaks of the one that is in force, and `uninstall()` ends it for all. */
export interface Handle {
  /** The version of the copy of the shim that this handle is from. */
  version: string;
  /** A line a clause; empty where the realm has no connection constructor, and where nothing is installed any more. */
  report(): ReportLine[];
  /** Takes the shim out of its realm. True when all is native again; what a foreign layer covers becomes a pass-through. */
  uninstall(): boolean;
}

/** A handle, as any copy of the shim finds it. */
interface Installed extends Handle {
  options: Chosen;
}

const ids = repairs.map(({ id }) => id);

/** Where the connection's prototype has the handle: by it a second copy of the shim, of whatever version, finds the first. */
const MARK = '(rtc-close-shim)';

/**
 * Makes `RTCPeerConnection.prototype.close` of a realm keep the close contract. A second install on a realm, also by
 * another copy of the shim, returns the first one's handle; `import 'rtc-close-shim'` is such a first one, without options.
 * @param realm The global object of a window. Default: this one.
 * @throws TypeError for what is not a realm, for a wrong option, and for one that is in force otherwise; nothing is changed then.
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-close
 */
export function install(realm?: object, options?: Options): Handle;
// Chromium below 71, Firefox below 65 and Safari below 12.1 have no `globalThis`. `fault` is what was wrong with a script tag: it throws nothing, the report says it.
export function install(realm: object = attempt(() => globalThis) || self, given?: Options, fault?: string): Handle {
  const global = realm as unknown as Global;
  const expected = realmExpected(global);
  if (expected) refuseArgument('the realm', global, expected);
  let handle = undefined as Installed | undefined;
  /** What is installed here now, if not by this install. A getter that throws is the page's: the shim does without what it says. */
  const other = () =>
    attempt(() => {
      const installed = (findConnection(global)!.prototype as { [MARK]?: Installed })[MARK];
      return installed === handle ? undefined : installed;
    });
  const present = other();
  // One that was uninstalled, and that the page has frozen in its place, reports nothing.
  const isPresent = present && present.report().length > 0;
  const options = readOptions(given, ids, isPresent ? present.options : undefined);
  let blocked = isScript ? fault : undefined;
  if (isPresent && !blocked) return present;

  const Connection = attempt(() => findConnection(global));
  const patches = createPatches(Connection);
  const environment = attempt(() => detectEngine(global)) || {};

  const decide = ({ id }: { id: ClauseId }, i: number): Decision => {
    const measured = environment.engine && table[environment.engine];
    const made = chooseRepair(id, (measured && measured[i]) || [], environment, options);
    return blocked && made.decision === 'applied' ? { decision: 'blocked', because: blocked } : made;
  };
  handle = {
    version,
    options,
    report() {
      const installed = other();
      const lines = installed ? installed.report() : [];
      // A second script tag's, whose options are not in force.
      if (isScript && blocked) each(lines, (line) => (line.because += '; ' + blocked));
      each(!lines.length && Connection && (blocked || patches.isActive()) ? repairs : [], (repair, i) => add(lines, reportLine(repair.id, decide(repair, i))));
      return lines;
    },
    uninstall() {
      const installed = other();
      const isNative = !installed || installed.uninstall();
      blocked = undefined;
      return patches.undo() && isNative;
    },
  };
  if (!Connection || blocked) return handle;
  try {
    const engine = patchedRealm(readRealm(global, Connection), patches);
    const applied = repairs.filter((repair, i) => decide(repair, i).decision === 'applied');
    patches.addName(Connection.prototype, MARK, handle);
    treatAdapterAsNative(Connection.prototype);
    if (oldEngines) patchDispatch(global, patches);
    const peerClose = createPeerClose(engine, applied, options);
    const { closeLate, getReady } = patchClose(engine, applied, suppressEvents(engine, applied, peerClose), options);
    registerChannels(engine, closeLate, (connection) => {
      getReady();
      if (peerClose.watch) peerClose.watch(connection);
    });
    applied.forEach((repair) => repair.inLife && repair.inLife(engine));
  } catch (error) {
    // Frozen prototypes: the shim steps aside whole.
    patches.undo();
    blocked = String(error);
  }
  return handle;
}
