import type { CheckResult } from '../check';
import type { PeerRecording, Recording } from '../conformance/record';

/** Natively or with the shim. */
export type Mode = 'native' | 'shimmed';

export const MODES = ['native', 'shimmed'] as const;

/** A realm in which connections are closed, and what was seen there. */
export interface Side {
  mode: Mode;
  realm: Window;
  seen: { recordings: Recording[]; peerRecordings: PeerRecording[]; calls: CheckResult['calls']; failures: CheckResult['failures'] };
  withoutStats: boolean;
}
