import { measuresSafari, oldEngines } from '../build-flags';

/** The engines the table knows. */
export type Engine = 'chromium' | 'firefox' | 'safari';

/** Which engine a realm belongs to, as far as it says. */
export interface Environment {
  engine?: Engine;
  /** The engine's version: Chromium's and Firefox's milestone, Safari's or iOS's `major.minor`. */
  milestone?: number;
}

interface Brands {
  brands?: { brand: string; version: string }[];
}

/** Finds the engine and its version: UA-CH brand "Chromium" first, then the user-agent string. */
export function readEnvironment(navigator: { userAgent?: string; userAgentData?: Brands } | undefined): Environment {
  const { userAgent = '', userAgentData = {} } = navigator || {};
  const chromium = (userAgentData.brands || []).filter(({ brand }) => brand === 'Chromium')[0];
  if (chromium) return { engine: 'chromium', milestone: +chromium.version };
  // These name engines that they are not.
  if (/Edge\/|Goanna/.test(userAgent)) return {};
  const found =
    /(Chrom|Firefox)(?:e|ium|)\/(\d+)/.exec(userAgent) || (oldEngines && /(rv):(\d+)[\d.]*\) Gecko\//.exec(userAgent));
  if (found) return { engine: found[1] === 'Chrom' ? 'chromium' : 'firefox', milestone: +found[2]! };
  return measuresSafari ? readSafari(userAgent) : {};
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
