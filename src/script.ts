import { install } from './shim/install';
import { readAttributes } from './shim/choice/script-tag-options';

// A module is not told its tag: it is found by its name.
const tag = () => typeof document === 'object' && (document.currentScript || document.querySelector('script[type=module][src*=rtc-close-shim]'));

const start = () => {
  try {
    const own = tag();
    return install(undefined, own ? readAttributes(own as HTMLElement) : {});
  } catch (error) {
    return (install as (realm: undefined, options: object, fault: string) => ReturnType<typeof install>)(undefined, {}, String(error));
  }
};

// The script tag's one global, `rtcCloseShim`, is made of these exports.
const handle = start();

export { install };
export const { report, uninstall, version } = handle;
