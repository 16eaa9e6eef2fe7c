// Runs the suite in this page and reports. ES5, as the oldest engines need.
(function () {
  'use strict';
  var shim = window.rtcCloseShim;
  var step = '';

  if (!window.rtcCloseCheck) {
    window.report({ error: 'dist/rtc-close-check.min.js is not there: run `npm run build`' });
    return;
  }

  var hints = navigator.userAgentData || {};

  function plain(brands) {
    return (
      brands &&
      brands.map(function (one) {
        return { brand: one.brand, version: one.version };
      })
    );
  }

  // How the browser names itself, as a visitor's contribution has it (src/playground/read-browser.ts).
  function naming(full) {
    return {
      userAgent: navigator.userAgent,
      platform: navigator.platform,
      isSecure: window.isSecureContext === true,
      brands: plain(hints.brands),
      fullVersions: plain(full && full.fullVersionList),
      system: hints.platform,
    };
  }

  function result(checked, full) {
    return {
      userAgent: navigator.userAgent,
      platform: navigator.platform,
      browser: naming(full),
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
        function done(full) {
          window.report(result(checked, full));
        }
        if (!hints.getHighEntropyValues) return done();
        hints.getHighEntropyValues(['fullVersionList']).then(done, function () {
          done();
        });
      },
      function (error) {
        window.report({ error: step + ': ' + error });
      }
    );
})();
