import { describe, expect, it } from 'vitest';
import { chromium156 } from '../../replay/engines/chromium-156';
import { firefox153 } from '../../replay/engines/firefox-153';
import { inReplay } from './in-replay';

/** As the table has it where descriptions stay readable. */
const readable = { clauses: { 'descriptions-stay-readable': 'off' } } as const;
const lines = (...sdp: string[]) => ['replayed 1 ', ...sdp, ''].join('\n');

describe('canTrickleIceCandidates of a closed connection', () => {
  it.each([
    ['a section that says so', lines('m=application', 'a=ice-options:trickle'), true],
    ['among other options', lines('m=application', 'a=ice-options:ice2 trickle renomination'), true],
    ['the session that says so', lines('a=ice-options:trickle', 'm=application'), true],
    ['nothing that says so', lines('m=application', 'a=ice-options:renomination'), false],
    ['the word elsewhere', lines('m=application', 's=a=ice-options:trickle'), false],
    ['no section', lines('a=ice-options:trickle'), null],
  ])('is what the remote description says, in Chromium: %s', (_what, sdp, expected) =>
    inReplay(chromium156, async ({ Connection }) => {
      const connection = new Connection();
      new Connection();
      await connection.setRemoteDescription({ type: 'offer', sdp });
      connection.close();
      expect(connection.canTrickleIceCandidates).toBe(expected);
    }, readable)());

  it('is null without a remote description', inReplay(chromium156, ({ Connection }) => {
    const connection = new Connection();
    connection.close();
    expect(connection.canTrickleIceCandidates).toBe(null);
  }, readable));

  it.each([
    ['is not asked of Chromium', chromium156, readable, 0],
    ['is what Firefox said', firefox153, {}, 1],
  ])('%s', (_what, engine, options, times) =>
    inReplay(engine, async ({ Connection }) => {
      const connection = new Connection();
      new Connection();
      await connection.setRemoteDescription({ type: 'offer', sdp: lines() });
      let asked = 0;
      Object.defineProperty(Connection.prototype, 'canTrickleIceCandidates', { configurable: true, get: () => ++asked });
      connection.close();
      expect(asked).toBe(times);
    }, options)());
});
