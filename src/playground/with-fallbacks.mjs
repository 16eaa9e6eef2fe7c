const VARIABLE = /^\s*--([\w-]+):\s*([^;]+);$/gm;
const USE = /([\w-]+):\s*([^;{}]*var\(--[\w-]+\)[^;{}]*);/g;

/**
 * A style sheet in which what hangs on a variable has its first value before it, for engines without variables (Chromium below 49).
 * @param {string} style
 * @returns {string}
 */
export function withFallbacks(style) {
  /** @type {Record<string, string>} */
  const first = {};
  for (const [, name = '', value = ''] of style.matchAll(VARIABLE)) first[name] ??= value;
  return style.replace(USE, (whole, property, value) => `${property}: ${value.replace(/var\(--([\w-]+)\)/g, (/** @type {string} */ use, /** @type {string} */ name) => first[name] ?? use)}; ${whole}`);
}
