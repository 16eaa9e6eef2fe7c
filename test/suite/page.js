// Runs the suite in this page and reports. ES5, as the oldest engines need.
(function () {
  'use strict';
  var shim = window.rtcCloseShim;
  var step = '';

  if (!window.rtcCloseCheck) {
    window.report({ error: 'dist/rtc-close-check.min.js is not there: run `npm run build`' });
    return;
  }

  function result(checked) {
    return {
      userAgent: navigator.userAgent,
      platform: navigator.platform,
      report: shim ? shim.report() : [],
      adapter: window.adapter && window.adapter.browserDetails,
      checked: checked,
    };
  }

  window.rtcCloseCheck
    .check(undefined, {
      withoutStats: /[?&]without-stats/.test(location.search),
      onProgress: function (next) {
        step = next;
        window.progress({ step: next });
      },
    })
    .then(
      function (checked) {
        window.report(result(checked));
      },
      function (error) {
        window.report({ error: step + ': ' + error });
      }
    );
})();
