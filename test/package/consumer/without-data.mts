// What also an application under the old moduleResolution may write.
import { type ClauseId, rtcCloseShim } from 'rtc-close-shim';
import { check } from 'rtc-close-shim/check';
import { install } from 'rtc-close-shim/fn';

const ids: ClauseId[] = install().report().map(({ id }) => id);

export { check, ids, rtcCloseShim };
