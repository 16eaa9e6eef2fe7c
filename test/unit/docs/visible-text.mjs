/**
 * The words of a page's prose, block by block: paragraphs, list items, table cells and headings, without code blocks, markup, and the addresses of links.
 * What a `<details>` folds is left out with it, as a reader has to ask for it.
 * @param {string} markdown
 * @returns {string[]}
 */
export function visibleText(markdown) {
  const text = markdown
    .replace(/<details>[^]*?<\/details>/g, '\n\n')
    .replace(/```[^]*?```/g, '\n\n')
    .replace(/<!--[^]*?-->/g, '\n\n')
    .replace(/<picture>[^]*?<\/picture>/g, '\n\n')
    .replace(/!?\[(?:!\[[^\]]*\]\([^)]*\)|([^\]]*))\]\([^)]*\)/g, '$1')
    .replace(/^\|(?: --- \|)+$/gm, '');
  return text
    .split(/\n{2,}|\n(?=[-|#])/)
    .flatMap((block) => (block.startsWith('|') ? block.split('|') : [block]))
    .map((block) => block.replace(/^(?:#+|-) /, '').replace(/\*\*|`/g, '').replaceAll('\n', ' ').trim())
    .filter(Boolean);
}

/**
 * @param {string} text
 * @returns {string[]}
 */
export function wordsIn(text) {
  return text.match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
}

/**
 * The sentences of a block: each ends with a full stop, a question or an exclamation mark before white space.
 * @param {string} block
 * @returns {string[]}
 */
export function sentencesIn(block) {
  return block.split(/(?<=[.?!])\s+/);
}
