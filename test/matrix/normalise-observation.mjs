// Which channel, transceiver or track it was depends on the scene, and in which scene a late event was seen on the machine's mood.
const NAMED_TARGETS = /** @type {[RegExp, string][]} */ ([
  [/^channel (?!fires |reads )\w+/, 'channel'],
  [/^(sctp|dtls|ice) transport( of sender \d+)?/, '$1 transport'],
  [/^(sender|transceiver) \d+/, '$1'],
  [/^(received|local) track (?!fires )\w+/, '$1 track'],
]);
const SCENES = / \([^()]*\)$/;
const SEVERAL_EVENTS = /^(.* fires )(\w+(?:, \w+)+)$/;

/**
 * What the suite observed, without what differs from run to run: kinds of targets instead of single ones, no scenes, one event each, sorted.
 * @param {readonly string[]} observed
 * @returns {string[]}
 */
export function normaliseObservations(observed) {
  const plain = observed.flatMap((text) => apart(NAMED_TARGETS.reduce((short, [pattern, kind]) => short.replace(pattern, kind), text.replace(SCENES, ''))));
  return [...new Set(plain)].sort();
}

/** @param {string} text */
function apart(text) {
  const [, start, events] = SEVERAL_EVENTS.exec(text) ?? [];
  return events === undefined ? [text] : events.split(', ').map((event) => `${start}${event}`);
}
