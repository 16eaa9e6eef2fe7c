/*! rtc-close-shim 0.1.0 | BSD-3-Clause */
'use strict';

var imported = require('webrtc-adapter');
var index = require('./index.cjs');
var fn = require('./fn.cjs');

function _interopDefault (e) { return e && e.__esModule ? e : { default: e }; }

var imported__default = /*#__PURE__*/_interopDefault(imported);

var _a;
// Where adapter's CommonJS is loaded as such (Node), its module is the default import.
const given = imported__default.default;
/** webrtc-adapter, as it was applied before the shim. */
const adapter = (_a = given.default) !== null && _a !== void 0 ? _a : given;

exports.rtcCloseShim = index.rtcCloseShim;
exports.install = fn.install;
exports.adapter = adapter;
