import type { Setup } from './setup';

/** What the program saw: see `pages/close-program.mjs`. */
export interface Seen {
  /** Up to `close()`, with the engine's messages. */
  steps: Record<string, unknown>;
  closed?: string;
  atOnce?: Record<string, string>;
  later?: Record<string, string>;
  calls?: Record<string, string>;
  heard?: string[];
  /** On the other side, whose peer has closed. */
  heardOfPeer?: string[];
}

/** What was seen of a realm around it. */
export interface Observation extends Seen {
  /** Errors, rejections and words on the console. */
  said: string[];
  /** The members that the install changed. */
  patched: string[];
  report?: { decision: string; because: string }[] | string;
  uninstalled?: boolean | string;
}

/** A set-up with the shim and without it. */
export interface Both {
  native: Observation;
  shimmed: Observation;
}

const parts = ['atOnce', 'later', 'calls'] as const;
const quoted = (value: unknown) => JSON.stringify(value);
const sorted = (record: object) => quoted(Object.entries(record).sort());

/** The values of the second that the first does not have, as often. */
function surplus(allowed: readonly string[], values: readonly string[]): string[] {
  const left = [...allowed];
  return values.filter((value) => {
    const at = left.indexOf(value);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What is wrong with what a set-up did to the shim, in words; `clean` is a realm that nothing was done to. */
export function judge({ expect = 'holds' }: Setup, { native, shimmed }: Both, clean: Both): string[] {
  const wrong: string[] = [];
  const report = typeof shimmed.report === 'object' ? shimmed.report : [];
  const blocked = report.find(({ decision }) => decision === 'blocked');

  if (typeof shimmed.report === 'string') wrong.push(`report() ${shimmed.report}`);
  if (typeof shimmed.uninstalled !== 'boolean') wrong.push(`uninstall() ${shimmed.uninstalled}`);
  for (const words of surplus(native.said, shimmed.said)) wrong.push(`said ${words}`);
  for (const name of new Set([...Object.keys(native.steps), ...Object.keys(shimmed.steps)])) {
    if (native.steps[name] !== shimmed.steps[name]) wrong.push(`${name}: natively ${quoted(native.steps[name])}, with the shim ${quoted(shimmed.steps[name])}`);
  }
  if (native.closed !== shimmed.closed) wrong.push(`close(): natively ${native.closed}, with the shim ${shimmed.closed}`);
  if (expect === 'blocked' && !blocked) wrong.push('is not reported as blocked');
  if ((expect === 'holds' || expect === 'native') && blocked) wrong.push(`is blocked: ${blocked.because}`);
  if (blocked) {
    if (!/\w/.test(blocked.because)) wrong.push('does not say why it is blocked');
    if (shimmed.patched.length) wrong.push(`a half install: ${shimmed.patched.join()}`);
    return wrong;
  }
  for (const part of parts) {
    for (const [name, value] of Object.entries(shimmed[part] ?? {})) {
      const natively = native[part]?.[name];
      const untouched = natively === clean.native[part]?.[name];
      // A member that the page broke: what the shim has of it, or anything that is no worse.
      if (!untouched && natively?.startsWith('throws')) continue;
      const wanted = [clean.shimmed[part]?.[name]];
      if (expect === 'native' || !untouched) wanted.push(natively);
      if (!wanted.includes(value)) wrong.push(`${part} ${name}: ${value} instead of ${wanted.join(' or ')}`);
    }
  }
  for (const list of ['heard', 'heardOfPeer'] as const) {
    const [wanted, heard] = [clean.shimmed[list] ?? [], shimmed[list] ?? []];
    if (expect === 'holds' && sorted(native.steps) === sorted(clean.native.steps)) {
      if (quoted(heard) !== quoted(wanted)) wrong.push(`${list} ${quoted(heard)}`);
    } else {
      const allowed = [...wanted, ...surplus(wanted, native[list] ?? [])];
      for (const one of surplus(allowed, heard)) wrong.push(`${list} also ${one}`);
      for (const one of surplus(heard, wanted)) if (native[list]?.includes(one)) wrong.push(`never ${list} ${one}`);
    }
  }
  return wrong;
}
