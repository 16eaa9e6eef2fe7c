// The build puts constants in the place of this module (see compat/baked.mjs), and leaves out what hangs on them.

/** Whether what only engines without modules need is in (Chromium below 61, Firefox below 60) and EdgeHTML: in the script tag it is, in the modules it is not. */
export const oldEngines = Boolean(true);

/** Whether the table has a row about Safari: without one, which Safari it is makes no difference. */
export const measuresSafari = Boolean(true);

/** Whether this is the script tag, and no module. */
export const isScript = Boolean(true);
