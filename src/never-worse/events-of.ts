import { ownNames } from './own-names';

/** Events that some engine fires without a handler attribute for them. */
const withoutAttribute: [RegExp, string[]][] = [
  [/^channel /, ['open', 'message', 'error', 'closing', 'close', 'bufferedamountlow']],
  [/^stream /, ['addtrack', 'removetrack', 'active', 'inactive']],
  [/track /, ['mute', 'unmute', 'ended']],
  [/^connection$/, ['addstream', 'removestream', 'identityresult', 'peeridentity', 'idpassertionerror', 'icecandidateerror', 'fingerprintfailure']],
  [/^(sctp|dtls|ice) /, ['statechange', 'error']],
];

/** The types of event that an object can fire: one a handler attribute, and those that are known without one. */
export function eventsOf(name: string, target: object): string[] {
  const types = ownNames(target)
    .filter((member) => /^on[a-z]+$/.test(member))
    .map((member) => member.slice(2));
  withoutAttribute.forEach(([pattern, more]) => {
    if (pattern.test(name)) types.push(...more.filter((type) => types.indexOf(type) < 0));
  });
  return types;
}
