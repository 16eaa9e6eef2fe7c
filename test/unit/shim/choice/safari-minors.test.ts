import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../../src/shim/choice/detect-engine';

const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('readEnvironment', () => {
  it.each([
    ['iOS', `Mozilla/5.0 (iPhone; CPU iPhone OS 17_12 like Mac OS X) ${apple} Version/17.12 Mobile/15E148 Safari/604.1`, 17.12],
    ['iOS with its number frozen', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${apple} Version/26.12 Mobile/15E148 Safari/604.1`, 26.12],
    ['macOS', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/17.12 Safari/605.1.15`, 17.12],
    ['iOS, another browser', `Mozilla/5.0 (iPhone; CPU iPhone OS 16_12 like Mac OS X) ${apple} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`, 16.12],
  ])('reads the whole of a minor version: %s', (_where, userAgent, version) => {
    expect(readEnvironment({ navigator: { userAgent } })).toEqual({ engine: 'safari', milestone: version });
  });
});
