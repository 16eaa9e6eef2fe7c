import { importTypescript } from './import-typescript.mjs';

const FOLDER = new URL('../../test/built/libraries/', import.meta.url);

/** The libraries that the tests hold sessions with (test/built/libraries.spec.ts), in the table's order. */
const LIBRARIES = ['simple-peer', 'peerjs', 'livekit-client', 'jssip', 'y-webrtc'];

/**
 * What changes below each library, and the workarounds of its that are then not needed, as Markdown.
 * @returns {Promise<string>}
 */
export async function libraryTable() {
  /** @type {{ differences: import('../../test/built/libraries/differences').Difference[] }} */
  const { differences } = await importTypescript(new URL('differences.ts', FOLDER));
  /** @type {{ workarounds: import('../../test/built/libraries/workarounds').Workaround[] }} */
  const { workarounds } = await importTypescript(new URL('workarounds.ts', FOLDER));
  const rows = LIBRARIES.map((library) => {
    const seen = differences
      .filter((one) => one.library === library)
      .map(({ what, native, shimmed, engines }) => `\`${what}\` ${native} → ${shimmed}${engines.length > 1 ? '' : ` (${engines[0]})`}`);
    const needless = workarounds.filter((one) => one.library === library).map(({ code, link }) => `[\`${code}\`](${link})`);
    return `| ${library} | ${seen.join('; ') || 'nothing'} | ${needless.join(', ') || 'none known'} |`;
  });
  return ['| Library | What differs after its close, native → shimmed | Its workarounds that are not needed |', '| --- | --- | --- |', ...rows].join('\n');
}
