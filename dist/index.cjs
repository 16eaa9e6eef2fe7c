/*! rtc-close-shim 0.1.0 | BSD-3-Clause */
'use strict';

var fn = require('./fn.cjs');

/** The shim in this realm, applied by the import. */
const rtcCloseShim = fn.install();

exports.install = fn.install;
exports.rtcCloseShim = rtcCloseShim;
