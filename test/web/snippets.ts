import type { Page } from '../../src/conformance/realm';

/** Which one of a pair: the code that is there, or what may be written instead. */
export type Kind = 'before' | 'with the shim';

/** Runs a snippet with these variables in its scope; resolves to the functions that it declares. */
export type Run = (scope: Record<string, unknown>) => Promise<Record<string, (...args: unknown[]) => unknown>>;

const fence = /```js\n\/\/ (before|with the shim)\n([\s\S]*?)```/g;

/** The pairs of snippets of a Markdown page, by the heading above them, ready to be run in a realm. */
export async function readSnippets(path: string): Promise<Map<string, (kind: Kind, page: Page) => Run>> {
  const text = await (await fetch(path)).text();
  const pairs = new Map<string, (kind: Kind, page: Page) => Run>();
  for (const section of text.split(/^### /m).slice(1)) {
    const title = section.slice(0, section.indexOf('\n'));
    const codes = new Map([...section.matchAll(fence)].map(([, kind, code]) => [kind!, code!]));
    pairs.set(title, (kind, page) => runnable(codes.get(kind)!, page));
  }
  return pairs;
}

const runnable =
  (code: string, page: Page): Run =>
  (scope) => {
    const functions = [...code.matchAll(/^(?:async )?function (\w+)/gm)].map(([, name]) => name);
    const body = `return (async () => {\n${code}\nreturn { ${functions.join(', ')} };\n})()`;
    return new page.Function(...Object.keys(scope), body)(...Object.values(scope));
  };
