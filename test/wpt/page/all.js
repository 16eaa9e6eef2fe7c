// Opens one test page after the other in a frame, and reports what each found. The page's `tests` has their paths.
(function () {
  'use strict';
  var results = {};
  var waiting = window.tests.slice();
  var frame = document.createElement('iframe');
  frame.allow = 'autoplay';
  document.body.appendChild(frame);

  window.addEventListener('message', function (event) {
    if (event.source !== frame.contentWindow || !event.data || !event.data.wptResult) return;
    results[waiting.shift()] = event.data.wptResult;
    next();
  });

  function next() {
    if (!waiting.length) return window.report(results);
    window.progress({ test: waiting[0] });
    frame.src = '/webrtc/' + waiting[0];
  }

  next();
})();
