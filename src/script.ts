import { install, installWith } from './shim/install';
import { readAttributes } from './shim/read-attributes';

// A module's tag is not said; it is found by its name.
const tag = () => document.currentScript || document.querySelector('script[type=module][src*=rtc-close-shim]');

// The script tag's one global, `rtcCloseShim`, is made of these exports.
const handle = installWith(undefined, () => (typeof document === 'object' ? readAttributes(tag()) : {}), true);

export { install };
export const { report, uninstall, version } = handle;
