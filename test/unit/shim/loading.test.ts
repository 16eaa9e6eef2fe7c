import { describe, expect, it } from 'vitest';

describe('the shim', () => {
  // The other tests import it before they run: what keeps it from being loaded fails here by name.
  it('can be loaded', async () => {
    await import('../../replay/replayed-event');
    expect(await import('../../../src/fn')).toHaveProperty('install');
  });
});
