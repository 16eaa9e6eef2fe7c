import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const SCHEMA = JSON.parse(readFileSync(new URL('./schema.json', import.meta.url), 'utf8'));

/**
 * Holds compat data against its schema.
 * @param {unknown} data
 * @throws that names each place where it does not fit
 */
export function validate(data) {
  const check = new Ajv({ allErrors: true }).compile(SCHEMA);
  if (check(data)) return;
  const places = (check.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  throw new Error(`compat-data.json would not fit its schema (src/compat/schema.json):\n  ${[...new Set(places)].join('\n  ')}`);
}
