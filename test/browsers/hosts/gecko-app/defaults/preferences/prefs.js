/* global pref -- of the application's preference files */
pref('toolkit.defaultChromeURI', 'chrome://page-host/content/main.xul');
pref('browser.dom.window.dump.enabled', true);
pref('javascript.options.showInConsole', true);
pref('layers.acceleration.disabled', true);
