import { CHROMIUM_FLAGS } from './launch-arguments.mjs';
import { HOSTS_IN_ROOT } from './own-root.mjs';

/** A window that nobody sees, painted without OpenGL, which a machine without a display has none of; Qt 6 knows no switch that leaves the sandbox out. */
export const QT_ENVIRONMENT = { QT_QPA_PLATFORM: 'offscreen', QT_QUICK_BACKEND: 'software', QTWEBENGINE_DISABLE_SANDBOX: '1' };

// Its inspector takes no port 0, and its window is none of Chromium's.
const FLAGS = CHROMIUM_FLAGS.filter((flag) => !/^--(headless|remote-debugging-port)/.test(flag));

/**
 * The command line for Python that opens `url` in the QtWebEngine of its root; it takes the switches of Chromium.
 * @param {string} profile
 * @param {string} url
 * @returns {string[]}
 */
export function qtArguments(profile, url) {
  return [`${HOSTS_IN_ROOT}/qt-page.py`, profile, url, ...FLAGS];
}
