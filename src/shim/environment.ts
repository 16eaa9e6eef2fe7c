/** The engines the table knows. */
export type Engine = 'chromium' | 'firefox' | 'safari';

/** Which engine a realm belongs to, as far as it says. */
export interface Environment {
  engine?: Engine;
  /** The engine's version: Chromium's and Firefox's milestone, Safari's or iOS's `major.minor`. */
  version?: number;
}

interface Brands {
  brands?: { brand: string; version: string }[];
}

/** User-agent patterns in the order in which they decide; the group is the version. */
const patterns: [RegExp, Engine | undefined][] = [
  // These name engines that they are not.
  [/Edge\/|Trident\/|PhantomJS|Goanna|Android.* Version\/(?!.*Chrome)/, undefined],
  [/Chrom(?:e|ium)\/(\d+)/, 'chromium'],
  [/Firefox\/(\d+)/, 'firefox'],
  [/rv:(\d+)[\d.]*\) Gecko\//, 'firefox'],
  // Every browser of iOS is that system's WebKit; since 26 the system's number is frozen and Safari's tells.
  [/(?:iPhone|iPad|iPod).* Version\/((?:2[6-9]|[3-9]\d)\.\d+)/, 'safari'],
  [/(?:iPhone|iPad|iPod).* OS (\d+[_.]\d+)/, 'safari'],
  // The AppleWebKit number is frozen; another browser's "desktop" string has an old Version.
  [/^(?!.*(?:Cri|Fxi|Edgi)OS).*Version\/(\d+\.\d+).* Safari\//, 'safari'],
];

/** Finds the engine and its version: UA-CH brand "Chromium" first, then the user-agent string. */
export function readEnvironment(navigator: { userAgent?: string; userAgentData?: Brands } | undefined): Environment {
  const brands = navigator?.userAgentData?.brands || [];
  for (let i = 0; i < brands.length; i++) {
    if (brands[i]!.brand === 'Chromium') return { engine: 'chromium', version: +brands[i]!.version };
  }
  for (let i = 0; i < patterns.length; i++) {
    const [pattern, engine] = patterns[i]!;
    const found = pattern.exec(navigator?.userAgent || '');
    if (found) return engine ? { engine, version: +found[1]!.replace('_', '.') } : {};
  }
  return {};
}
