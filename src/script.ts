import { install } from './shim/install';
import { readAttributes } from './shim/read-attributes';

// The script tag's one global, `rtcCloseShim`, is made of these exports.
const handle = install(undefined, typeof document === 'object' ? readAttributes(document.currentScript) : {});

export { install };
export const { report, uninstall, version } = handle;
