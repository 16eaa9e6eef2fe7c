import { measuresSafari, oldEngines } from '../../build-flags';
import { keys } from '../engine/intrinsics';
import { signs } from './engine-signs';

/** The engines the table knows. */
export type Engine = 'chromium' | 'firefox' | 'safari';

/** Which engine a realm belongs to, as far as it says. */
export interface Environment {
  engine?: Engine;
  /** The engine's version: Chromium's and Firefox's milestone, Safari's or iOS's `major.minor`. */
  milestone?: number;
}

/** The global object of a realm, as far as it tells of its engine. */
export interface Naming {
  [name: string]: unknown;
  navigator?: { userAgent?: string };
}

/**
 * Finds the engine and its version by the user-agent string. Where the realm lacks what that version has, or has what came later or is another engine's (a page
 * that is tried as on another device, an application that calls itself a newer browser), nothing is known. The brands of UA-CH can be no less made up.
 */
export function readEnvironment(global: Naming): Environment {
  const { userAgent = '' } = global.navigator || {};
  const found =
    /(Chrom|Firefox)(?:e|ium|)\/(\d+)/.exec(userAgent) || (oldEngines && /(rv):(\d+)[\d.]*\) Gecko\//.exec(userAgent));
  // These name engines that they are not.
  if (!found || /Edge\/|Goanna/.test(userAgent)) return measuresSafari && !('webkitRTCPeerConnection' in global || 'InternalError' in global) ? readSafari(userAgent) : {};
  const engine = found[1] === 'Chrom' ? 'chromium' : 'firefox';
  const milestone = +found[2]!;
  const since = signs[engine]!;
  return keys(since).some((name) => milestone >= since[name]! !== name in global) ? {} : { engine, milestone };
}

/** User-agent patterns of Safari and iOS, in the order in which they decide; the group is the version. */
const safari = [
  // Every browser of iOS is that system's WebKit; since 26 the system's number is frozen and Safari's tells.
  /(?:iPhone|iPad|iPod).* Version\/((?:2[6-9]|[3-9]\d)\.\d+)/,
  /(?:iPhone|iPad|iPod).* OS (\d+[_.]\d+)/,
  // The AppleWebKit number is frozen; another browser's "desktop" string has an old Version.
  /^(?!.*(?:Cri|Fxi|Edgi)OS).*Version\/(\d+\.\d+).* Safari\//,
];

function readSafari(userAgent: string): Environment {
  for (let i = 0; i < safari.length && !/Trident\/|PhantomJS|Android/.test(userAgent); i++) {
    const found = safari[i]!.exec(userAgent);
    if (found) return { engine: 'safari', milestone: +found[1]!.replace('_', '.') };
  }
  return {};
}
