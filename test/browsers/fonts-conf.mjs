/**
 * The text of a fontconfig file that knows the fonts of one folder beside it: where a machine has no font at all, Chromium crashes at the first text that it draws.
 * @param {string} folder relative to the file
 * @returns {string}
 */
export function fontsConf(folder) {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir prefix="relative">${folder}</dir></fontconfig>\n`;
}
