import type { ClauseId } from '../contract/clauses';
import type { Calls } from './calls';
import type { Readings } from './readings';
import type { Page } from './realm';
import type { Heard, PeerRecording, Recording } from './record';

/** What the suite has seen of one realm. */
export interface Evidence {
  page: Page;
  recordings: readonly Recording[];
  peerRecordings: readonly PeerRecording[];
  calls: Calls;
}

/** Something that was looked at, and how it deviates from the clause if it does. */
export interface Finding {
  /** The scene, or the kind of evidence, it was found in. */
  in: string;
  /** What was seen instead. Undefined: as the clause says. */
  broken?: string | undefined;
}

/** The check of one clause: all that it looked at. Nothing looked at means that it cannot tell. */
export interface ClauseCheck {
  id: ClauseId;
  expected: string;
  look(evidence: Evidence): Finding[];
}

/** Looks at every recording. */
export const eachRecording = (look: (recording: Recording) => (string | undefined)[]) => (evidence: Evidence): Finding[] => {
  const findings: Finding[] = [];
  evidence.recordings.forEach((recording) => {
    look(recording).forEach((broken) => findings.push({ in: recording.scene, broken }));
  });
  return findings;
};

/** Compares the readings whose path matches with what they should be: a fixed value, or one made of the path. */
export function compare(
  readings: Readings,
  pattern: RegExp,
  wanted: string | ((path: string) => string | undefined),
): (string | undefined)[] {
  return Object.keys(readings)
    .filter((path) => pattern.test(path))
    .map((path) => {
      const value = typeof wanted === 'string' ? wanted : wanted(path);
      // What threw while the connection was open has no value to keep (`getConfiguration()` in Gecko 33).
      return readings[path] === value || /^throws /.test(value!) ? undefined : path + ' reads "' + readings[path] + '"';
    });
}

/** What matches reads, at once and later, the value, or what it read before. */
export const reads = (pattern: RegExp, value?: string) =>
  eachRecording(({ before, atOnce, later }) => {
    const wanted = value || ((path: string) => before[path]);
    return compare(atOnce, pattern, wanted).concat(compare(later, pattern, wanted));
  });

/** Says of each target of a kind what it heard that it should not have; each way of listening counts alone. */
export function silent(
  { before, heard, heardAfterSecond }: Recording,
  targets: RegExp,
  unwanted: (one: Heard) => boolean,
): (string | undefined)[] {
  const names: string[] = [];
  Object.keys(before).forEach((path) => {
    const name = path.split('.')[0]!;
    if (targets.test(name) && names.indexOf(name) < 0) names.push(name);
  });
  const all = heard.concat(heardAfterSecond).filter((one) => targets.test(one.target) && unwanted(one));
  const broken = names.map((name): string | undefined => {
    const mine = unique(all.filter(({ target }) => target === name).map(({ type }) => type));
    return mine.length ? name + ' fires ' + mine.join(', ') : undefined;
  });
  return broken;
}

/** The values without repetition, in order of first appearance. */
export const unique = (values: string[]): string[] => values.filter((value, i) => values.indexOf(value) === i);

/** Compares what calls did with what they should do; calls that the engine lacks are passed over. */
export const compareCalls = (wanted: (name: string) => RegExp | undefined) => ({ calls }: Evidence): Finding[] => {
  const findings: Finding[] = [];
  Object.keys(calls).forEach((name) => {
    const right = wanted(name);
    if (right) findings.push({ in: 'connected', broken: right.test(calls[name]!) ? undefined : name + ' ' + calls[name] });
  });
  return findings;
};

/**
 * Looks at each channel of every recording of a peer's close, in an engine in which a transport tells of it; each way of listening
 * counts alone. `closed`: the peer had closed the channel itself.
 */
export const eachChannelOfPeer = (look: (channel: { name: string; heard: Heard[]; closed: boolean }, recording: PeerRecording) => string | undefined) =>
  ({ peerRecordings }: Evidence): Finding[] => {
    const findings: Finding[] = [];
    peerRecordings.forEach((recording) => {
      const { scene, before, heard } = recording;
      if (!('sctp transport.state' in before)) return;
      Object.keys(before).forEach((path) => {
        const [name, attribute] = path.split('.') as [string, string];
        if (attribute !== 'readyState' || !/^channel /.test(name)) return;
        (['listener', 'handler'] as const).forEach((via) => {
          // `closing` has no handler attribute in Chromium below 81.
          const hears = (type: string) => heard.some((one) => one.type === type && one.via === via);
          const mine = heard.filter((one) => one.target === name && one.via === (hears(one.type) ? via : 'listener'));
          findings.push({ in: scene, broken: look({ name, heard: mine, closed: before[path] === 'closed' }, recording) });
        });
      });
    });
    return findings;
  };

/** Says how often a channel heard an event of a peer's close, if not once, and what it read then, if not `state`. */
export function heardOnce(name: string, heard: Heard[], type: string, state: string): string | undefined {
  const mine = heard.filter((one) => one.type === type);
  if (mine.length !== 1) return name + ' fires ' + type + ' ' + mine.length + ' times';
  return mine[0]!.state === state ? undefined : name + ' reads "' + mine[0]!.state + '" in its ' + type + ' event';
}
