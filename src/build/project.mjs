import { readFileSync } from 'node:fs';

const PLACEHOLDER = /\bOWNER\b/;

/**
 * Where package.json says that the project lives.
 * @typedef {object} Project
 * @property {string} version
 * @property {string} author
 * @property {string} homepage ends with a slash
 * @property {string} repository the page of it, without a slash at its end
 * @property {string} issues
 */

/** @returns {Project} */
export function readProject() {
  const { version, author, homepage, repository, bugs } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return { version, author, homepage, repository: repository.url.replace(/^git\+/, '').replace(/\.git$/, ''), issues: bugs.url };
}

/**
 * Whether a text of package.json still waits for who publishes the project. Such an address leads nowhere, and is not linked to.
 * @param {string} text
 */
export function isPlaceholder(text) {
  return PLACEHOLDER.test(text);
}
