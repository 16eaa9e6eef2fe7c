// In the parent: what is no longer used is collected before the next round. Chromium refuses new connections while some 500 are not.
(function () {
  'use strict';

  const { gc, TestUtils } = window;
  // Asynchronous, because the stack of a synchronous one is taken for references.
  window.collectGarbage = gc ? () => gc({ type: 'major', execution: 'async' }) : () => TestUtils.gc();
  window.collectGarbage.how = gc ? 'by gc()' : 'by TestUtils.gc()';
})();
