/**
 * FNV-1a of 32 bits over a text's code units: tells a file that was cut or edited by accident. It signs nothing.
 * @param {string} text
 * @returns {string}
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function checksum(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    // Times 16777619, without leaving the integers that a number holds.
    hash += (hash << 1) + (hash << 4) + (hash << 7) + (hash << 8) + (hash << 24);
  }
  return 'fnv1a-' + ('0000000' + (hash >>> 0).toString(16)).slice(-8);
}
