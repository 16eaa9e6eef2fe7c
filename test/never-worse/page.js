// Runs the suite in this page and reports. ES5, as the oldest engines need.
(function () {
  'use strict';
  var task = window.neverWorseTask;
  var step;

  if (!window.rtcNeverWorse) {
    window.report({ error: 'dist/rtc-close-never-worse.min.js is not there: run `npm run build`' });
    return;
  }
  window.rtcNeverWorse
    .neverWorse({
      shim: '/shim.js',
      quick: task.quick,
      only: task.only,
      among: task.among,
      without: task.without,
      progress: function (next) {
        step = next;
        window.progress(next);
      },
    })
    .then(
      function (result) {
        window.report(result);
      },
      function (error) {
        window.report({ error: JSON.stringify(step) + ': ' + error });
      }
    );
})();
