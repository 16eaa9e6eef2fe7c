import { type ClauseCheck, compareCalls } from '../check-clause';

export const statsStayAvailable: ClauseCheck = {
  id: 'stats-stay-available',
  expected: 'a pending `getStats()` settles, one called afterwards resolves',
  look: compareCalls((name) =>
    name === 'getStats() pending' ? /^(resolves|rejects .*)$/ : name === 'getStats() afterwards' ? /^resolves$/ : undefined,
  ),
};
