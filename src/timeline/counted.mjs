const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/**
 * A number of things in words: "one event", "six objects", "13 events".
 * @param {number} count
 * @param {string} what one of them
 * @returns {string}
 */
export function counted(count, what) {
  return `${WORDS[count] ?? count} ${what}${count === 1 ? '' : 's'}`;
}
