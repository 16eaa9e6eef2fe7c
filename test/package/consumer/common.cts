// The same by require().
import shim = require('rtc-close-shim');
import fn = require('rtc-close-shim/fn');
import checks = require('rtc-close-shim/check');
import data = require('rtc-close-shim/compat-data.json');

const handle: fn.Handle = shim.rtcCloseShim;
const ids: fn.ClauseId[] = handle.report().map(({ id }) => id);
const mdn: string = data.__meta.mdn;
const checked: Promise<checks.CheckResult> = checks.check();

export { checked, ids, mdn };
