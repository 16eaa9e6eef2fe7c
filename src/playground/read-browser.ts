import type { Brands, Browser } from '../measurement/contribution.mjs';

interface Hints {
  brands?: Brands;
  platform?: string;
  getHighEntropyValues?: (names: string[]) => Promise<{ fullVersionList?: Brands }>;
}

/** How this browser names itself. */
export function readBrowser(): Promise<Browser> {
  const { userAgent, platform, userAgentData } = navigator as Navigator & { userAgentData?: Hints };
  // Engines of 2014 do not say.
  const browser: Browser = { userAgent, platform, isSecure: window.isSecureContext === true };
  if (!userAgentData) return Promise.resolve(browser);
  browser.brands = plain(userAgentData.brands);
  browser.system = userAgentData.platform;
  if (!userAgentData.getHighEntropyValues) return Promise.resolve(browser);
  return userAgentData.getHighEntropyValues(['fullVersionList']).then(
    ({ fullVersionList }) => {
      browser.fullVersions = plain(fullVersionList);
      return browser;
    },
    // A permissions policy may withhold it.
    () => browser,
  );
}

const plain = (brands: Brands = []): Brands => brands.map(({ brand, version }) => ({ brand, version }));
