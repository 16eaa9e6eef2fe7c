/**
 * The rooms of the shim, from the bottom to the top, and what each may import of the others: the linter holds these walls. All may import what a public function was
 * given (`src/arguments`), the contract and the build's flags. `install.ts`, at the top, puts the rooms together.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const rooms = {
  // What is taken from the realm at install: built-ins, interfaces, event targets, errors, tasks.
  engine: [],
  // What is repaired here: the options, the engine and its version, the table. It decides, and touches nothing.
  choice: ['engine/intrinsics'],
  // What one install changes on live prototypes, and the way back.
  patches: ['engine'],
  // What a closed object answers.
  'closed-objects': ['engine', 'patches'],
  // What a connection owns: the channels that the page has met, and all else.
  'owned-objects': ['engine', 'patches', 'closed-objects'],
  // What a repair may declare (a file).
  repair: ['engine', 'patches', 'closed-objects'],
  // Which events of the engine are held back, and what is fired instead.
  events: ['engine', 'patches', 'closed-objects', 'owned-objects', 'repair'],
  // What is done when the peer has closed.
  'peer-close': ['engine', 'choice', 'patches', 'closed-objects', 'owned-objects', 'repair', 'events'],
  // The one close().
  close: ['engine', 'choice', 'patches', 'closed-objects', 'owned-objects', 'repair', 'events', 'peer-close'],
  // What the report says of a clause (a file).
  'report-line': ['engine/intrinsics', 'choice'],
  // One file a clause: a repair knows its clause and the tools it is handed.
  repairs: ['engine', 'patches', 'closed-objects', 'repair'],
};
