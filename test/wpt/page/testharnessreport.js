// What a testharness.js page tells this project's runners. WPT has a file of its own at this path.
(function () {
  'use strict';
  var HARNESS = ['OK', 'ERROR', 'TIMEOUT', 'PRECONDITION_FAILED'];
  var SUBTEST = ['PASS', 'FAIL', 'TIMEOUT', 'NOTRUN', 'PRECONDITION_FAILED'];

  add_completion_callback(function (tests, harness) {
    window.wptResult = {
      harness: HARNESS[harness.status],
      message: harness.message || '',
      subtests: tests.map(function (each) {
        return { name: each.name, status: SUBTEST[each.status], message: each.message || '' };
      }),
    };
    if (window.parent !== window) window.parent.postMessage({ wptResult: window.wptResult }, '*');
  });
})();
