import GithubSlugger from 'github-slugger';
import MarkdownIt from 'markdown-it';
import { html, Markup } from '../../test/lab/html.mjs';

const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * @typedef {import('./resolve-link.mjs').Resolved} Resolved
 * @typedef {{ href: string, text: string }} NavigationLink
 *
 * @typedef {object} Page
 * @property {string} markdown
 * @property {(link: string) => Resolved} resolve what its links are on the site
 * @property {NavigationLink[]} navigation
 * @property {string} base the way to the site's root, such as `../`
 */

/**
 * A Markdown page as a page of the site: no script, no style of its own, no picture from elsewhere. What it links to is noted by `resolve`.
 * @param {Page} page
 * @returns {string} HTML
 */
export function renderPage({ markdown, resolve, navigation, base }) {
  const engine = markdownEngine(resolve);
  const body = engine.render(markdown);
  const title = /^# (.+)$/m.exec(markdown)?.[1]?.replaceAll('`', '') ?? 'rtc-close-shim';
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === 'rtc-close-shim' ? 'rtc-close-shim: RTCPeerConnection.close() that does the same in every browser' : `${title} · rtc-close-shim`}</title>
<link rel="icon" href="${base}icon.svg">
<link rel="stylesheet" href="${base}site.css">
</head>
<body>
<header><nav aria-label="Site"><ul>${navigation.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}</ul></nav></header>
<main>
${new Markup(body)}</main>
</body>
</html>
`.text;
}

/** @param {(link: string) => Resolved} resolve */
function markdownEngine(resolve) {
  // What the pages have of HTML is the project's own: details, and pictures of two schemes.
  const engine = new MarkdownIt({ html: true, linkify: false });
  engine.core.ruler.push('site', ({ tokens }) => {
    const slugger = new GithubSlugger();
    let tables = 0;
    tokens.forEach((token, i) => {
      const inline = tokens[i + 1];
      if (token.type === 'heading_open' && inline) token.attrSet('id', slugger.slug(textOf(inline)));
      if (token.type === 'table_open') token.attrSet('aria-label', `Table ${++tables}`);
      if (token.type === 'html_block') token.content = withLinks(token.content, resolve);
      if (token.children) token.children = token.children.map((child) => resolved(child, resolve));
      closeDropped(token.children ?? []);
    });
  });
  const open = engine.renderer.rules;
  // What is wider than the page scrolls, by keyboard too.
  open.table_open = (tokens, i) => `<div class="scroll" tabindex="0" role="region" aria-label="${tokens[i]?.attrGet('aria-label')}"><table>\n`;
  open.table_close = () => '</table></div>\n';
  let codes = 0;
  open.fence = (tokens, i) => `<pre tabindex="0" role="region" aria-label="Code ${++codes}"><code>${engine.utils.escapeHtml(tokens[i]?.content ?? '')}</code></pre>\n`;
  return engine;
}

/** @typedef {import('markdown-it').Token} Token */

/**
 * A heading as GitHub reads it for its anchor: without markup.
 * @param {Token} inline
 */
function textOf(inline) {
  return (inline.children ?? []).map(({ content }) => content).join('');
}

/**
 * @param {Token} token
 * @param {(link: string) => Resolved} resolve
 */
function resolved(token, resolve) {
  if (token.type === 'link_open') {
    const { href } = resolve(String(token.attrGet('href') ?? ''));
    if (href === undefined) drop(token);
    else token.attrSet('href', href);
  }
  if (token.type === 'image') {
    const src = String(token.attrGet('src') ?? '');
    if (/^https?:/.test(src)) {
      token.type = 'text';
      token.content = token.content || 'picture';
    } else token.attrSet('src', resolve(src).href ?? '');
  }
  if (token.type === 'html_inline') token.content = withLinks(token.content, resolve);
  return token;
}

/**
 * What would lead nowhere is no link.
 * @param {Token} token
 */
function drop(token) {
  token.tag = 'span';
  token.attrs = null;
}

/** @param {Token[]} tokens in which some opened links were dropped */
function closeDropped(tokens) {
  /** @type {string[]} */
  const tags = [];
  for (const token of tokens) {
    if (token.type === 'link_open') tags.push(token.tag);
    if (token.type === 'link_close') token.tag = tags.pop() ?? 'a';
  }
}

/**
 * @param {string} markup
 * @param {(link: string) => Resolved} resolve
 */
function withLinks(markup, resolve) {
  return markup.replace(/\b(src|srcset|href)="([^"]+)"/g, (_whole, name, link) => `${name}="${resolve(link).href ?? ''}"`);
}
