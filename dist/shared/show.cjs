/*! rtc-close-shim 0.1.0 | BSD-3-Clause */
'use strict';

/** What `run` returns; undefined where it throws. */
function attempt(run) {
    try {
        return run();
    }
    catch (_a) {
        return undefined;
    }
}

const { toString } = Object.prototype;
/** A value in an error's text: a string in quotes, an object by its kind, such as `[object HTMLIFrameElement]`. */
function show(value) {
    if (typeof value === 'string')
        return '"' + value + '"';
    // A Proxy may have been revoked.
    return attempt(() => (value === Object(value) ? toString.call(value) : String(value))) || 'an object';
}

exports.attempt = attempt;
exports.show = show;
