import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.mjs';

/** `--help`, which every command has. */
export const HELP = /** @type {const} */ ({ type: 'boolean', short: 'h', default: false });

/**
 * What `parseArgs` of Node reads, with a `UsageError` for what it would refuse: it says the same in words that all commands share.
 * @template {import('node:util').ParseArgsConfig} T
 * @param {T} config
 */
export function parseOptions(config) {
  const { options = {}, allowPositionals } = config;
  const { tokens = [] } = parseArgs({ ...config, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional' && !allowPositionals) throw new UsageError(JSON.stringify(token.value), `options alone: ${named(options)}`);
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (!option) throw new UsageError(token.rawName, `one of ${named(options)}`);
    if (option.type === 'boolean' && token.value !== undefined) throw new UsageError(`${token.rawName}=${token.value}`, `${token.rawName} alone`);
    // What begins with a dash is more likely the next option; `--seed=-1` says that it is a value.
    const isNext = !token.inlineValue && token.value?.startsWith('-');
    if (option.type === 'string' && (!token.value?.trim() || isNext)) throw new UsageError(token.rawName, `a value after it${isNext ? `, not ${token.value}` : ''}`);
  }
  return parseArgs(config);
}

/** @param {NonNullable<import('node:util').ParseArgsConfig['options']>} options */
function named(options) {
  return Object.keys(options).map((name) => `--${name}`).join(', ');
}
