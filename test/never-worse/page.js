// Runs the suite in this page and reports. ES5, as the oldest engines need.
(function () {
  'use strict';
  var step = '';
  var only = /[?&]only=([^&]*)/.exec(location.search);

  window.rtcCloseNeverWorse
    .neverWorse({
      shim: '/shim.js',
      quick: /[?&]quick/.test(location.search),
      only: only ? decodeURIComponent(only[1]) : undefined,
      progress: function (next) {
        step = next;
        window.progress({ step: next });
      },
    })
    .then(
      function (result) {
        window.report(result);
      },
      function (error) {
        window.report({ error: step + ': ' + error });
      }
    );
})();
