import { install } from './shim/install';
import { readAttributes } from './shim/read-attributes';

// A module's tag is not said; it is found by its name.
const tag = () => document.currentScript || document.querySelector('script[type=module][src*=rtc-close-shim]');

const start = () => {
  try {
    return install(undefined, typeof document === 'object' ? readAttributes(tag()) : {});
  } catch (error) {
    return (install as (realm: undefined, options: object, fault: string) => ReturnType<typeof install>)(undefined, {}, String(error));
  }
};

// The script tag's one global, `rtcCloseShim`, is made of these exports.
const handle = start();

export { install };
export const { report, uninstall, version } = handle;
