// adapter and the shim by one import.
import { type Handle, adapter, rtcCloseShim } from 'rtc-close-shim/with-adapter';

const browser: string = adapter.browserDetails.browser;
const handle: Handle = rtcCloseShim;

export { browser, handle };
