import { describe, expect, it } from 'vitest';
import { detectEngine } from '../../../../src/shim/choice/detect-engine';
import { engineSigns } from '../../../../src/shim/choice/engine-signs';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iPhone = (os: string) => `Mozilla/5.0 (iPhone; CPU iPhone OS ${os} like Mac OS X) ${apple}`;
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const android = 'Mozilla/5.0 (Linux; Android 10; K)';

/** User-agent strings as browsers send them, and the engine and version behind each. */
const agents: Record<string, [string, string][]> = {
  'chromium 23': [['Chrome, prefixed', `Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.11 (KHTML, like Gecko) Chrome/23.0.1271.64 Safari/537.11`]],
  'chromium 30': [['WebView of Android 4.4', `Mozilla/5.0 (Linux; Android 4.4; Nexus 5 Build/_BuildID_) ${webkit} Version/4.0 Chrome/30.0.0.0 Mobile Safari/537.36`]],
  'chromium 45': [['CEF', `Mozilla/5.0 (Windows NT 6.2; WOW64) ${webkit} Chrome/45.0.2454.101 Safari/537.36`]],
  'chromium 59': [['Samsung Internet 7', `Mozilla/5.0 (Linux; Android 8.0.0; SAMSUNG SM-G950F) ${webkit} SamsungBrowser/7.4 Chrome/59.0.3071.125 Mobile Safari/537.36`]],
  'chromium 63': [['Tizen', `Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) ${webkit} SamsungBrowser/2.2 Chrome/63.0.3239.84 TV Safari/537.36`]],
  'chromium 64': [['headless Chromium', `Mozilla/5.0 (X11; Linux x86_64) ${webkit} HeadlessChrome/64.0.3264.0 Safari/537.36`]],
  'chromium 79': [['webOS', `Mozilla/5.0 (Web0S; Linux/SmartTV) ${webkit} Chrome/79.0.3945.79 Safari/537.36 WebAppManager`]],
  'chromium 87': [
    ['QtWebEngine', `Mozilla/5.0 (X11; Linux x86_64) ${webkit} QtWebEngine/5.15.2 Chrome/87.0.4280.144 Safari/537.36`],
    ['Ubuntu Chromium', `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Ubuntu Chromium/87.0.4280.66 Chrome/87.0.4280.66 Safari/537.36`],
  ],
  'chromium 103': [['Bing\'s bot', `Mozilla/5.0 ${webkit.replace(')', '; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)')} Chrome/103.0.5060.134 Safari/537.36`]],
  'chromium 115': [['Samsung Internet 23', `${android} ${webkit} SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36`]],
  'chromium 122': [
    ['Electron', `${windows} ${webkit} Slack/4.37 Chrome/122.0.6261.156 Electron/29.4.6 Safari/537.36`],
    ['NW.js', `${windows} ${webkit} Chrome/122.0.6261.70 Safari/537.36`],
  ],
  'chromium 126': [
    ['Chrome', `${windows} ${webkit} Chrome/126.0.0.0 Safari/537.36`],
    ['Chrome on macOS', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Chrome/126.0.0.0 Safari/537.36`],
    ['Chrome Android', `${android} ${webkit} Chrome/126.0.0.0 Mobile Safari/537.36`],
    ['ChromeOS', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/126.0.0.0 Safari/537.36`],
    ['Edge', `${windows} ${webkit} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`],
    ['Edge on Android', `${android} ${webkit} Chrome/126.0.0.0 Mobile Safari/537.36 EdgA/126.0.0.0`],
    ['Opera', `${windows} ${webkit} Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0`],
    ['Opera Android', `${android} ${webkit} Chrome/126.0.0.0 Mobile Safari/537.36 OPR/83.0.0.0`],
    ['WebView', `Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UD1A.230803.041; wv) ${webkit} Version/4.0 Chrome/126.0.6478.71 Mobile Safari/537.36`],
    ['Quest', `Mozilla/5.0 (X11; Linux x86_64; Quest 3) ${webkit} OculusBrowser/34.0.0.9.63 Chrome/126.0.6478.122 VR Safari/537.36`],
    ['Google\'s bot', `Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) ${webkit} Chrome/126.0.6478.126 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`],
  ],
  'firefox 33': [['a XULRunner', 'Mozilla/5.0 (X11; Linux x86_64; rv:33.0) Gecko/20100101 SlimerJS/0.9.4']],
  'firefox 48': [['KaiOS', 'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5']],
  'firefox 60': [['SeaMonkey', 'Mozilla/5.0 (X11; Linux x86_64; rv:60.0) Gecko/20100101 Firefox/60.0 SeaMonkey/2.53.4']],
  'firefox 115': [['Firefox ESR, its rv frozen', 'Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0']],
  'firefox 128': [['Tor', 'Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0']],
  'firefox 153': [
    ['Firefox', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0'],
    ['Firefox for Android', 'Mozilla/5.0 (Android 14; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0'],
  ],
  'safari 10.3': [['Safari on iOS', `Mozilla/5.0 (iPad; CPU OS 10_3_3 like Mac OS X) AppleWebKit/603.3.8 (KHTML, like Gecko) Version/10.0 Mobile/14G60 Safari/602.1`]],
  'safari 17.4': [
    ['Safari', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/17.4.1 Safari/605.1.15`],
    ['an iPad that asks for desktop pages', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/17.4 Safari/605.1.15`],
  ],
  'safari 17.5': [
    ['Safari on iOS', `${iPhone('17_5_1')} Version/17.5 Mobile/15E148 Safari/604.1`],
    ['Chrome on iOS', `${iPhone('17_5')} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`],
    ['Firefox on iOS', `${iPhone('17_5')} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`],
    ['Edge on iOS', `${iPhone('17_5')} Version/17.0 EdgiOS/125.0.2535.96 Mobile/15E148 Safari/605.1.15`],
    ['Opera on iOS', `${iPhone('17_5')} Version/17.5 Mobile/15E148 Safari/604.1 OPT/4.7.0`],
    ['a WebView of iOS', `${iPhone('17_5')} Mobile/15E148`],
    ['an app\'s browser on iOS', `${iPhone('17_5')} Mobile/21F79 [FBAN/FBIOS;FBAV/467.0.0.41.102]`],
  ],
  'safari 26.3': [['Safari on iOS 26, whose system number is frozen', `${iPhone('18_7')} Version/26.3 Mobile/15E148 Safari/604.1`]],
  none: [
    ['Chrome on an iPad that asks for desktop pages', `Mozilla/5.0 (Macintosh; Intel Mac OS X 13_5_1) ${apple} CriOS/126 Version/11.1.1 Safari/605.1.15`],
    ['Goanna', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:68.0) Gecko/20100101 Goanna/4.8 Firefox/68.0 PaleMoon/29.4.1'],
    ['EdgeHTML', `${windows} ${webkit} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`],
    ['EdgeHTML of a phone', `Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) ${webkit} Chrome/52.0.2743.116 Mobile Safari/537.36 Edge/15.15063`],
    ['Internet Explorer 11', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
    ['Internet Explorer 10', 'Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Trident/6.0)'],
    ['Internet Explorer 7', 'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 5.1)'],
    ['Internet Explorer of a phone, "like iPhone"', 'Mozilla/5.0 (Mobile; Windows Phone 8.1; Android 4.0; ARM; Trident/7.0; Touch; rv:11.0; IEMobile/11.0; NOKIA; Lumia 520) like iPhone OS 7_0_3 Mac OS X AppleWebKit/537 (KHTML, like Gecko) Mobile Safari/537'],
    ['Opera on Presto', 'Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.18'],
    ['PhantomJS', 'Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1'],
    ['Google\'s bot without a browser', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['a version that is none', `Mozilla/5.0 ${webkit} Chrome/W.X.Y.Z Safari/537.36`],
    ['jsdom', `Mozilla/5.0 (linux) ${webkit} jsdom/26.0.0`],
    ['nothing', ''],
  ],
};

/** What is in the global object of an engine, of that version or older ones. */
const namesOf = (engine: string, version: number) => Object.keys(engineSigns[engine] ?? {}).filter((name) => engineSigns[engine]![name]! <= version);

/** What is read in a realm with these names. */
const readIn = (names: readonly string[], userAgent: string) => {
  const { engine, milestone: version } = detectEngine({ navigator: { userAgent }, ...Object.fromEntries(names.map((name) => [name, undefined])) });
  return engine ? `${engine} ${version}` : 'none';
};

describe('readEnvironment, by the user-agent string', () => {
  for (const [found, rows] of Object.entries(agents)) {
    const [engine = '', version] = found.split(' ');
    it.each(rows)(`finds ${found} in %s`, (_browser, userAgent) => expect(readIn(namesOf(engine, Number(version)), userAgent)).toBe(found));
  }
});

const chrome = (version: number) => `${windows} ${webkit} Chrome/${version}.0.0.0 Safari/537.36`;
const firefox = (version: number) => `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;

describe('readEnvironment, in the version with which a sign came', () => {
  for (const [engine, agent] of [['chromium', chrome], ['firefox', firefox]] as const) {
    it.each(Object.entries(engineSigns[engine]!))(`knows ${engine} by %s in %d, and not without it`, (name, version) => {
      expect(readIn(namesOf(engine, version), agent(version))).toBe(`${engine} ${version}`);
      expect(readIn(namesOf(engine, version).filter((one) => one !== name), agent(version))).toBe('none');
    });
  }

  it('reads the version of Safari on iOS 30, whose system says 18', () =>
    expect(readIn([], `${iPhone('18_7')} Version/30.1 Mobile/15E148 Safari/604.1`)).toBe('safari 30.1'));
});

describe('readEnvironment, where the string contradicts what the realm has', () => {

  it.each([
    ['Chromium that says Firefox', namesOf('chromium', 156), firefox(153)],
    ['old Chromium that says old Firefox', namesOf('chromium', 64), firefox(115)],
    ['Chromium that says Safari on an iPhone', namesOf('chromium', 156), agents['safari 17.5']![0]![1]],
    ['Chromium that says Safari', namesOf('chromium', 156), agents['safari 17.4']![0]![1]],
    ['Chromium that says Chrome on iOS', namesOf('chromium', 156), agents['safari 17.5']![1]![1]],
    ['Chromium that says a device of 2018', namesOf('chromium', 156), chrome(65)],
    ['Chromium that says a version before a sign', namesOf('chromium', 154), chrome(153)],
    ['an application whose Chromium says a newer one', namesOf('chromium', 122), chrome(156)],
    ['QtWebEngine that says a newer Chrome', namesOf('chromium', 87), chrome(126)],
    ['Chromium with a string of the application', namesOf('chromium', 126), 'changed by the application'],
    ['Firefox that says Chrome', namesOf('firefox', 153), chrome(126)],
    ['Firefox that says Safari', namesOf('firefox', 153), agents['safari 17.4']![0]![1]],
    ['Firefox that says an older one', namesOf('firefox', 159), firefox(140)],
    ['Firefox that says a newer one', namesOf('firefox', 115), firefox(140)],
    ['Safari that says Chrome', [], chrome(126)],
    ['Safari that says Firefox', [], firefox(153)],
    ['what is made of parts', [...namesOf('chromium', 156), 'InternalError'], agents['safari 17.4']![0]![1]],
  ])('knows no engine: %s', (_what, names, userAgent) => expect(readIn(names, userAgent)).toBe('none'));
});

describe('readEnvironment, where there is nothing to read', () => {
  it('knows no engine', () => {
    expect(detectEngine({})).toEqual({});
    expect(detectEngine({ navigator: {} })).toEqual({});
  });
});
