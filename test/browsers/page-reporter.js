// For pages that run-page.mjs opens: <script src="/report.js"></script> gives them `report(json)` and `progress(json)`. ES5, as the oldest engines need.
(function () {
  'use strict';

  /** @param {string} name */
  function parameter(name) {
    var found = new RegExp('[?&]' + name + '=([^&]*)').exec(location.search);
    return found ? decodeURIComponent(found[1] || '') : '';
  }

  /**
   * @param {string} name
   * @param {unknown} json
   */
  function post(name, json) {
    var url = parameter(name);
    if (!url) return;
    var request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Content-Type', 'application/json');
    request.send(JSON.stringify(json));
  }

  // Never answered: that it ends tells the server that this page is gone, crashed included.
  var alive = new XMLHttpRequest();
  if (parameter('alive')) {
    alive.open('GET', parameter('alive'));
    alive.send();
  }

  var page = /** @type {Window & { report?: (json: unknown) => void, progress?: (json: unknown) => void }} */ (window);
  page.report = function (json) {
    post('report', json);
  };
  page.progress = function (json) {
    post('progress', json);
  };
})();
