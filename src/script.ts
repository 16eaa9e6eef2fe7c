import { install, installWith } from './shim/install';
import { readAttributes } from './shim/read-attributes';

// The script tag's one global, `rtcCloseShim`, is made of these exports.
const handle = installWith(
  undefined,
  () => {
    // A module is not told its tag: it is found by its name.
    const tag = typeof document === 'object' && (document.currentScript || document.querySelector('script[type=module][src*=rtc-close-shim]'));
    return tag ? readAttributes(tag as HTMLElement) : {};
  },
  true,
);

export { install };
export const { report, uninstall, version } = handle;
