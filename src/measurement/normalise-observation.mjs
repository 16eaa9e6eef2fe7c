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
  const plain = /** @type {string[]} */ ([]);
  observed.forEach((text) => {
    const short = NAMED_TARGETS.reduce((shorter, [pattern, kind]) => shorter.replace(pattern, kind), text.replace(SCENES, ''));
    apart(short).forEach((one) => {
      if (plain.indexOf(one) < 0) plain.push(one);
    });
  });
  return plain.sort();
}

/** @param {string} text */
function apart(text) {
  const found = SEVERAL_EVENTS.exec(text);
  return found ? String(found[2]).split(', ').map((event) => found[1] + event) : [text];
}
