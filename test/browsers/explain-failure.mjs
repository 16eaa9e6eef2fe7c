// What Debian and Ubuntu call the packages of the libraries that a browser most often lacks.
const PACKAGES = /** @type {Record<string, string>} */ ({
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libexpat.so.1': 'libexpat1',
  'libfontconfig.so.1': 'libfontconfig1',
  'libfreetype.so.6': 'libfreetype6',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libcups.so.2': 'libcups2',
  'libdrm.so.2': 'libdrm2',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdbus-glib-1.so.2': 'libdbus-glib-1-2',
  'libX11.so.6': 'libx11-6',
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libXt.so.6': 'libxt6',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
});

/**
 * One sentence on why a browser did not start and what to do about it, from the error of its spawn or the last it wrote; empty when nothing known is in them.
 * @param {{ code?: string } | undefined} error
 * @param {string} stderr
 * @returns {string}
 */
export function explainFailure(error, stderr) {
  if (error?.code === 'ENOENT') return 'its program, or the loader that program needs (a Linux with glibc), is not there';
  if (error?.code === 'EACCES') return 'its program may not be run: is its folder mounted noexec? RTC_CLOSE_SHIM_CACHE names another';
  // The loader's words, and those of Firefox, which loads its own libraries.
  const library = /(?:error while loading shared libraries: |XPCOMGlueLoad error for file [^\n]*\n)([^:\s]+)/.exec(stderr)?.[1];
  if (library) return `the library ${library} is missing: ${installHint(library)}`;
  const glibc = /version `(GLIBC\w*_[\d.]+)' not found/.exec(stderr)?.[1];
  if (glibc) return `this Linux is too old for it: it needs ${glibc}`;
  if (/No usable sandbox|running as root without --no-sandbox/i.test(stderr)) return 'its sandbox can not be made here, and it does not do without';
  if (/No space left on device/.test(stderr)) return 'the disk is full';
  if (/home directories outside of \/home|snap-confine/i.test(stderr)) return 'snap keeps it from a profile of its own: install the browser another way (a .deb, or npx playwright install)';
  return '';
}

/** @param {string} library */
function installHint(library) {
  const name = PACKAGES[library];
  return name ? `on Debian or Ubuntu, apt-get install ${name}` : 'install the package of your system that holds it (installing any Chromium brings most)';
}
